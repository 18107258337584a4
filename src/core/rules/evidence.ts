/** What a piece of evidence can be: a closed list, so that every name has a label in every language. */
export const evidenceNames = [
  'algorithm',
  'allowed-algorithms',
  'issuer',
  'tenant',
  'tenant-of-issuer',
  'key-id',
  'key-owner',
  'key-thumbprint',
  'key-document',
  'expected-issuers',
  'issued-at',
  'valid-from',
  'expires-at',
  'seen-at',
  'lifetime',
  'longest-lifetime',
  'token-id',
  'account-id',
  'earlier-account-id',
  'earlier-tenant',
  'earlier-token',
  'seen-before-at',
  'provider',
  'detail',
] as const;

export type EvidenceName = (typeof evidenceNames)[number];
