import type { Issuer } from './issuer.ts';
import { microsoftAudiences } from './microsoft-audiences.ts';

/** Microsoft Entra ID, global cloud: work and school accounts. */
export const entra: Issuer = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  cloud: 'global',
  forms: [
    {
      id: 'v1',
      template: 'https://sts.windows.net/{tenant}/',
      tenant: null,
      version: '1.0',
    },
    {
      id: 'v2',
      template: 'https://login.microsoftonline.com/{tenant}/v2.0',
      tenant: null,
      version: '2.0',
    },
  ],
  keyDocuments: [
    {
      url: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
      ownership: 'member',
    },
    { url: 'https://login.microsoftonline.com/common/discovery/keys', ownership: 'unstated' },
  ],
  documentsAreComplete: true,
  keyOwner: 'https://login.microsoftonline.com/{tenant}/v2.0',
  keyOwnerIsVerified: true,
  algorithms: ['RS256'],
  keyIdForm: 'x5t',
  headerNonce: true,
  // Continuous access evaluation gives up to 28 hours; one more for rounding.
  maxLifetimeSeconds: 29 * 3600,
  excludedTenants: ['9188040d-6c67-4c5b-b112-36a304b66dad'],
  // Recorded tokens of each kind verify, those of Graph by their header nonce, those of Exchange and SharePoint plainly.
  verifiableBy: { id: 'sampled', access: 'sampled', ownAccess: 'sampled' },
  ownAudiences: microsoftAudiences,
  applicationsHaveKeys: true,
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/configurable-token-lifetimes',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/signing-key-rollover',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
