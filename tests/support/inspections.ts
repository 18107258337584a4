import { type Inspection, noContext, type Sighting } from '../../src/core/index.ts';

/** An inspection of a genuine token, with changes. */
export function inspectionOf(changes: Partial<Inspection> = {}): Inspection {
  return {
    verdict: 'verified',
    outcomes: [{ rule: 'signature-invalid', outcome: 'pass' }],
    notInspected: null,
    provider: 'outlook-work',
    issuer: 'entra',
    fingerprint: 'fingerprint',
    token: {
      alg: 'RS256',
      enc: null,
      kid: 'key',
      typ: 'JWT',
      iss: 'https://sts.windows.net/11111111-2222-4333-8444-555555555555/',
      aud: ['https://outlook.office.com'],
      tenant: '11111111-2222-4333-8444-555555555555',
      account: 'ada@contoso.example',
      subject: 'subject',
      appId: null,
      issuedAtSeconds: 1_795_521_600,
      expiresAtSeconds: 1_795_526_100,
      version: '1.0',
    },
    key: null,
    source: 'request-header',
    host: 'outlook.office.com',
    seenAtMs: 1_795_521_660_000,
    ...changes,
  };
}

export function sightingOf(changes: Partial<Sighting> = {}): Sighting {
  return {
    credential: 'header.payload.signature',
    source: 'request-header',
    seenAtMs: 1_795_521_660_000,
    host: 'outlook.office.com',
    documentHost: 'outlook.office.com',
    tabIds: [1],
    isPrivate: false,
    context: { ...noContext, presentedAs: 'bearer' },
    ...changes,
  };
}
