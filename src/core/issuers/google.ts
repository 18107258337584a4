import type { Issuer } from './issuer.ts';

/** Google accounts and Google Workspace: identity tokens. */
export const google: Issuer = {
  id: 'google',
  name: 'Google',
  forms: [
    { id: 'url', template: 'https://accounts.google.com', tenant: null, version: null },
    { id: 'bare', template: 'accounts.google.com', tenant: null, version: null },
  ],
  keyDocuments: [{ url: 'https://www.googleapis.com/oauth2/v3/certs', ownership: 'document' }],
  documentsAreComplete: true,
  keyOwner: null,
  keyOwnerIsVerified: false,
  algorithms: ['RS256'],
  keyIdForm: null,
  headerNonce: false,
  // Every recorded token lives 3,600 seconds; the bound leaves room for another hour.
  maxLifetimeSeconds: 2 * 3600,
  excludedTenants: [],
  verifiableBy: { id: 'sampled', access: 'unstated', ownAccess: 'unstated' },
  // `ya29.…`; recorded identity tokens of service accounts say nothing about their kind and verify.
  hasOpaqueAccessTokens: true,
  citations: [
    {
      url: 'https://developers.google.com/identity/openid-connect/reference',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://accounts.google.com/.well-known/openid-configuration',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
