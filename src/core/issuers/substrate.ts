import type { Issuer } from './issuer.ts';

/** The token service behind Outlook (actionable messages and others). */
export const substrate: Issuer = {
  id: 'substrate',
  name: 'Microsoft Substrate',
  forms: [{ id: 'v1', template: 'https://substrate.office.com/sts/', tenant: null, version: null }],
  keyDocuments: [
    {
      url: 'https://substrate.office.com/sts/common/discovery/keys',
      ownership: 'document',
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
  // Microsoft's samples check the tokens of actionable messages; of its other tokens nobody says anything.
  verifiableBy: { id: 'specified', access: 'unstated', ownAccess: 'unstated' },
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/outlook/actionable-messages/security-requirements',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://github.com/OfficeDev/outlook-actionable-messages-node-token-validation',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
