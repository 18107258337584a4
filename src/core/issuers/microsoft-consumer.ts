import type { Issuer } from './issuer.ts';
import { microsoftAudiences } from './microsoft-audiences.ts';

/** Microsoft accounts of private persons (Outlook.com, Hotmail, Live). They have one tenant, and v2 tokens only. */
export const microsoftConsumer: Issuer = {
  id: 'microsoft-consumer',
  name: 'Microsoft account',
  forms: [
    {
      id: 'v2',
      template: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
      tenant: '9188040d-6c67-4c5b-b112-36a304b66dad',
      version: '2.0',
    },
  ],
  keyDocuments: [
    {
      url: 'https://login.microsoftonline.com/consumers/discovery/v2.0/keys',
      ownership: 'member',
    },
    {
      url: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
      ownership: 'member',
    },
  ],
  documentsAreComplete: true,
  keyOwner: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
  keyOwnerIsVerified: true,
  algorithms: ['RS256'],
  keyIdForm: 'x5t',
  headerNonce: true,
  // Identity tokens of 2016 to 2023 live 86,400 or 86,700 seconds; the bound leaves room for another hour.
  maxLifetimeSeconds: 25 * 3600 + 300,
  excludedTenants: [],
  // For Microsoft's own interfaces these accounts get tickets that only Microsoft can read.
  verifiableBy: { id: 'sampled', access: 'specified', ownAccess: 'audience-only' },
  ownAudiences: microsoftAudiences,
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
