import type { Issuer } from './issuer.ts';
import { microsoftAudiences } from './microsoft-audiences.ts';

/** Microsoft Entra ID in China, operated by 21Vianet. */
export const entraChina: Issuer = {
  id: 'entra-china',
  name: 'Microsoft Entra ID in China',
  cloud: 'china',
  forms: [
    {
      id: 'v1',
      template: 'https://sts.chinacloudapi.cn/{tenant}/',
      tenant: null,
      version: '1.0',
      verified: false,
    },
    {
      id: 'v2',
      template: 'https://login.partner.microsoftonline.cn/{tenant}/v2.0',
      tenant: null,
      version: '2.0',
    },
  ],
  keyDocuments: [
    // The issuer's name has another host; Microsoft's library asks for metadata and keys here.
    { url: 'https://login.chinacloudapi.cn/common/discovery/v2.0/keys', ownership: 'member' },
    {
      url: 'https://login.partner.microsoftonline.cn/common/discovery/v2.0/keys',
      ownership: 'member',
      verified: false,
    },
    {
      url: 'https://login.partner.microsoftonline.cn/common/discovery/keys',
      ownership: 'unstated',
      verified: false,
    },
  ],
  documentsAreComplete: true,
  keyOwner: 'https://login.partner.microsoftonline.cn/{tenant}/v2.0',
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
  unverified: ['key-id-form', 'lifetime'],
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
