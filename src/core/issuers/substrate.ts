import type { Issuer } from './issuer.ts';

/** The token service behind Outlook (actionable messages and others). */
export const substrate: Issuer = {
  id: 'substrate',
  name: 'Microsoft Substrate',
  forms: [{ id: 'v1', template: 'https://substrate.office.com/sts/', tenant: null, version: null }],
  keyDocuments: [],
  documentsAreComplete: false,
  keyOwner: null,
  keyOwnerIsVerified: false,
  algorithms: ['RS256'],
  keyIdForm: null,
  headerNonce: false,
  maxLifetimeSeconds: null,
  excludedTenants: [],
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/outlook/actionable-messages/security-requirements',
      read: '2026-11-24',
      verified: false,
    },
  ],
};
