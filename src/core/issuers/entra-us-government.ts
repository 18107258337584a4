import type { Issuer } from './issuer.ts';
import { microsoftAudiences } from './microsoft-audiences.ts';

/**
 * Microsoft Entra ID for the US government (GCC High and DoD share it). Its version 1 tokens are said to name the issuer of the
 * global cloud, so that name alone does not tell the cloud.
 */
export const entraUsGovernment: Issuer = {
  id: 'entra-us-government',
  name: 'Microsoft Entra ID for US Government',
  cloud: 'us-government',
  forms: [
    {
      id: 'v1',
      template: 'https://sts.windows.net/{tenant}/',
      tenant: null,
      version: '1.0',
      verified: false,
    },
    {
      id: 'v2',
      template: 'https://login.microsoftonline.us/{tenant}/v2.0',
      tenant: null,
      version: '2.0',
    },
  ],
  keyDocuments: [
    { url: 'https://login.microsoftonline.us/common/discovery/v2.0/keys', ownership: 'member' },
    {
      url: 'https://login.microsoftonline.us/common/discovery/keys',
      ownership: 'unstated',
      verified: false,
    },
  ],
  documentsAreComplete: true,
  keyOwner: 'https://login.microsoftonline.us/{tenant}/v2.0',
  keyOwnerIsVerified: false,
  algorithms: ['RS256'],
  keyIdForm: 'x5t',
  headerNonce: true,
  // As in the global cloud; nothing else is documented.
  maxLifetimeSeconds: 29 * 3600,
  excludedTenants: ['9188040d-6c67-4c5b-b112-36a304b66dad'],
  // The same service as in the global cloud, and documented alike; no token of this cloud was recorded.
  verifiableBy: { id: 'specified', access: 'specified', ownAccess: 'specified' },
  ownAudiences: microsoftAudiences,
  applicationsHaveKeys: true,
  unverified: ['lifetime'],
  citations: [
    {
      url: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/dev/lib/msal-common/src/authority/AuthorityMetadata.ts',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/answers/questions/1190472',
      read: '2026-11-24',
      verified: false,
    },
  ],
};
