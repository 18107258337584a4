import type { Inspection } from '../../src/core/index.ts';
import type { SessionDetail } from '../../src/protocol/session-schema.ts';
import { inspectionOf } from './inspections.ts';

/** A session of one genuine token as the inspector is shown it, with changes. */
export const sessionDetailOf = (
  changes: Partial<SessionDetail> = {},
  inspection: Partial<Inspection> = {},
): SessionDetail => {
  const token = inspectionOf(inspection);
  return {
    id: 'open/outlook-work/tenant/subject',
    provider: 'outlook-work',
    providerName: 'Outlook',
    signOutUrl: 'https://mysignins.microsoft.com/security-info',
    account: 'ada@contoso.example',
    tenant: '11111111-2222-4333-8444-555555555555',
    verdict: token.verdict,
    lastSeenAtMs: token.seenAtMs,
    endedAtMs: null,
    endedBecause: null,
    isPrivate: false,
    firstSeenAtMs: token.seenAtMs,
    binding: 'none-seen',
    tokens: [
      {
        inspection: token,
        places: [
          {
            fingerprint: token.fingerprint,
            source: token.source,
            host: token.host,
            tabId: 1,
            firstAtMs: token.seenAtMs,
            lastAtMs: token.seenAtMs + 60_000,
          },
        ],
      },
    ],
    ...changes,
  };
};
