import type { Issuer } from './issuer.ts';

/** Apple: identity tokens of Sign in with Apple. */
export const apple: Issuer = {
  id: 'apple',
  name: 'Apple',
  forms: [{ id: 'url', template: 'https://appleid.apple.com', tenant: null, version: null }],
  keyDocuments: [{ url: 'https://appleid.apple.com/auth/keys', ownership: 'document' }],
  documentsAreComplete: true,
  keyOwner: null,
  keyOwnerIsVerified: false,
  algorithms: ['RS256'],
  keyIdForm: null,
  headerNonce: false,
  maxLifetimeSeconds: null,
  excludedTenants: [],
  verifiableBy: { id: 'sampled', access: 'unstated', ownAccess: 'unstated' },
  citations: [
    {
      url: 'https://appleid.apple.com/.well-known/openid-configuration',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
