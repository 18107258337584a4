import type { Issuer } from './issuer.ts';
import { microsoftAudiences } from './microsoft-audiences.ts';

/** The form with a closing slash: Entra itself in 2015 and 2016, and Azure AD B2C, whose policies have keys of their own. */
export const entraTrailingSlash: Issuer = {
  id: 'entra-trailing-slash',
  name: 'Microsoft Entra ID (older form) or Azure AD B2C',
  cloud: 'global',
  forms: [
    {
      id: 'v2',
      template: 'https://login.microsoftonline.com/{tenant}/v2.0/',
      tenant: null,
      version: null,
    },
  ],
  keyDocuments: [
    { url: 'https://login.microsoftonline.com/common/discovery/v2.0/keys', ownership: 'member' },
    { url: 'https://login.microsoftonline.com/common/discovery/keys', ownership: 'unstated' },
  ],
  documentsAreComplete: false,
  keyOwner: 'https://login.microsoftonline.com/{tenant}/v2.0',
  keyOwnerIsVerified: true,
  algorithms: ['RS256'],
  keyIdForm: null,
  headerNonce: true,
  maxLifetimeSeconds: 29 * 3600,
  excludedTenants: ['9188040d-6c67-4c5b-b112-36a304b66dad'],
  // B2C signs with keys of its policies as a rule, which stand in other documents; no recorded token has one of these keys.
  verifiableBy: { id: 'specified', access: 'specified', ownAccess: 'specified' },
  ownAudiences: microsoftAudiences,
  applicationsHaveKeys: true,
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/azure/active-directory-b2c/tokens-overview',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
