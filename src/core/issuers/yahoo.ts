import type { Issuer } from './issuer.ts';

/** Yahoo and AOL: identity tokens. */
export const yahoo: Issuer = {
  id: 'yahoo',
  name: 'Yahoo',
  forms: [
    { id: 'api', template: 'https://api.login.yahoo.com', tenant: null, version: null },
    { id: 'login', template: 'https://login.yahoo.com', tenant: null, version: null },
  ],
  keyDocuments: [{ url: 'https://api.login.yahoo.com/openid/v1/certs', ownership: 'document' }],
  documentsAreComplete: true,
  keyOwner: null,
  keyOwnerIsVerified: false,
  algorithms: ['ES256', 'RS256'],
  keyIdForm: null,
  headerNonce: false,
  maxLifetimeSeconds: null,
  excludedTenants: [],
  verifiableBy: { id: 'sampled', access: 'unstated', ownAccess: 'unstated' },
  habits: { smallKeys: true },
  citations: [
    {
      url: 'https://api.login.yahoo.com/.well-known/openid-configuration',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
