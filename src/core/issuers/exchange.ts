import type { Issuer } from './issuer.ts';

/**
 * Exchange in Microsoft 365: identity tokens of Outlook add-ins. Its keys stand in a document of another form, at an address that
 * the token names too. Servers of organisations' own name themselves behind the `@`; their keys are not fetched.
 */
export const exchange: Issuer = {
  id: 'exchange',
  name: 'Microsoft Exchange',
  forms: [
    {
      id: 'v1',
      template: '00000002-0000-0ff1-ce00-000000000000@{tenant}',
      tenant: null,
      version: null,
    },
  ],
  keyDocuments: [
    {
      url: 'https://outlook.office365.com/autodiscover/metadata/json/1',
      ownership: 'document',
      format: 'exchange',
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
  // Its documentation tells add-ins how to check them.
  verifiableBy: { id: 'specified', access: 'specified', ownAccess: 'unstated' },
  habits: { namesKeyAddress: true },
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/office/dev/add-ins/outlook/inside-the-identity-token',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/office/dev/add-ins/outlook/validate-an-identity-token',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
