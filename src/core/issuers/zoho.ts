import type { Issuer } from './issuer.ts';

/**
 * Zoho: identity tokens, one issuer a data centre. They name their key in a member of their own, and their segments are padded.
 * The names of the data centres are Zoho's; that each of them is written into `iss` like this was seen for the first alone.
 */
export const zoho: Issuer = {
  id: 'zoho',
  name: 'Zoho',
  forms: [
    { id: 'us', template: 'https://accounts.zoho.com', tenant: null, version: null },
    {
      id: 'eu',
      template: 'https://accounts.zoho.eu',
      tenant: null,
      version: null,
      verified: false,
    },
    {
      id: 'in',
      template: 'https://accounts.zoho.in',
      tenant: null,
      version: null,
      verified: false,
    },
    {
      id: 'au',
      template: 'https://accounts.zoho.com.au',
      tenant: null,
      version: null,
      verified: false,
    },
    {
      id: 'jp',
      template: 'https://accounts.zoho.jp',
      tenant: null,
      version: null,
      verified: false,
    },
    {
      id: 'cn',
      template: 'https://accounts.zoho.com.cn',
      tenant: null,
      version: null,
      verified: false,
    },
    {
      id: 'ca',
      template: 'https://accounts.zohocloud.ca',
      tenant: null,
      version: null,
      verified: false,
    },
    {
      id: 'sa',
      template: 'https://accounts.zoho.sa',
      tenant: null,
      version: null,
      verified: false,
    },
    {
      id: 'uk',
      template: 'https://accounts.zoho.uk',
      tenant: null,
      version: null,
      verified: false,
    },
  ],
  keyDocuments: [
    {
      url: 'https://accounts.zoho.com/oauth/v2/keys',
      ownership: 'document',
      forms: ['us'],
      verified: false,
    },
  ],
  documentsAreComplete: false,
  keyOwner: null,
  keyOwnerIsVerified: false,
  algorithms: ['RS256'],
  keyIdForm: null,
  headerNonce: false,
  maxLifetimeSeconds: null,
  excludedTenants: [],
  verifiableBy: { id: 'specified', access: 'unstated', ownAccess: 'unstated' },
  unverified: ['algorithms'],
  habits: { paddedSegments: true, keyIdMember: 'key_id' },
  citations: [
    {
      url: 'https://www.zoho.com/accounts/protocol/oauth/sign-in-using-zoho.html',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://www.zoho.com/accounts/protocol/oauth/multi-dc.html',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://www.zoho.com/crm/developer/docs/api/multi-dc.html',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
