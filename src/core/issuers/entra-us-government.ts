import type { Issuer } from './issuer.ts';

/** Microsoft Entra ID for the US government (GCC High and DoD). Its old tokens name the issuer of the global cloud. */
export const entraUsGovernment: Issuer = {
  id: 'entra-us-government',
  name: 'Microsoft Entra ID for US Government',
  forms: [
    {
      id: 'v2',
      template: 'https://login.microsoftonline.us/{tenant}/v2.0',
      tenant: null,
      version: '2.0',
    },
  ],
  keyDocuments: [
    { url: 'https://login.microsoftonline.us/common/discovery/v2.0/keys', ownership: 'member' },
    { url: 'https://login.microsoftonline.us/common/discovery/keys', ownership: 'unstated' },
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
