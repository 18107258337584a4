import type { Inspection } from '../../src/core/index.ts';
import type { PopupView, SessionView } from '../../src/protocol/views.ts';
import { inspectionOf } from './inspections.ts';

/** A session of one genuine token as the popup is shown it, with changes. */
export const sessionViewOf = (
  changes: Partial<SessionView> = {},
  inspection: Partial<Inspection> = {},
): SessionView => ({
  id: 'a',
  provider: 'outlook-work',
  providerName: 'Outlook',
  signOutUrl: 'https://mysignins.microsoft.com/security-info',
  account: 'ada@contoso.example',
  tenant: null,
  verdict: 'verified',
  inspections: [inspectionOf(inspection)],
  acceptable: [],
  lastSeenAtMs: 0,
  endedAtMs: null,
  endedBecause: null,
  ...changes,
});

/** A webmail of which nothing was seen yet, with changes. */
export const popupViewOf = (changes: Partial<PopupView> = {}): PopupView => ({
  state: 'waiting',
  host: 'outlook.office.com',
  providerName: 'Outlook',
  opaque: null,
  binding: 'none-seen',
  unseen: [],
  askHosts: [],
  isPrivate: false,
  isFirstUse: false,
  isOnline: true,
  isManaged: false,
  supportContact: null,
  mayAccept: true,
  seesPrivateWindows: true,
  here: [],
  elsewhere: [],
  ...changes,
});

/** What the popup shows where this is the session in front. */
export const viewOfSession = (session: SessionView, changes: Partial<PopupView> = {}): PopupView =>
  popupViewOf({ state: 'session', here: [session], ...changes });

/** A session whose token was signed with somebody else's key. */
export const forgedSession: SessionView = sessionViewOf(
  { verdict: 'danger' },
  {
    verdict: 'danger',
    outcomes: [
      { rule: 'signature-invalid', outcome: 'pass' },
      {
        rule: 'key-foreign',
        outcome: 'fail',
        severity: 'danger',
        evidence: [{ name: 'key-owner', value: 'somebody else' }],
      },
      { rule: 'key-denied', outcome: 'unknown', reason: 'key-server-unreachable' },
      { rule: 'token-expired', outcome: 'not-applicable' },
    ],
  },
);
