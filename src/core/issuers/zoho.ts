import type { Issuer } from './issuer.ts';

/** Zoho: identity tokens. They name their key in a member of their own, and their segments are padded. */
export const zoho: Issuer = {
  id: 'zoho',
  name: 'Zoho',
  forms: [
    { id: 'us', template: 'https://accounts.zoho.com', tenant: null, version: null },
    { id: 'eu', template: 'https://accounts.zoho.eu', tenant: null, version: null },
    { id: 'in', template: 'https://accounts.zoho.in', tenant: null, version: null },
  ],
  keyDocuments: [],
  documentsAreComplete: false,
  keyOwner: null,
  keyOwnerIsVerified: false,
  algorithms: ['RS256'],
  keyIdForm: null,
  headerNonce: false,
  maxLifetimeSeconds: null,
  excludedTenants: [],
  habits: { paddedSegments: true, keyIdMember: 'key_id' },
  citations: [
    {
      url: 'https://www.zoho.com/accounts/protocol/oauth/openid-connect.html',
      read: '2026-11-24',
      verified: false,
    },
  ],
};
