import type { Issuer } from './issuer.ts';

/** Azure Access Control Service: server-to-server tokens of SharePoint and Exchange. */
export const accessControlService: Issuer = {
  id: 'access-control-service',
  name: 'Microsoft Access Control Service',
  forms: [
    {
      id: 'v1',
      template: '00000001-0000-0000-c000-000000000000@{tenant}',
      tenant: null,
      version: null,
      verified: false,
    },
  ],
  keyDocuments: [],
  documentsAreComplete: false,
  keyOwner: null,
  keyOwnerIsVerified: false,
  algorithms: ['RS256'],
  keyIdForm: null,
  headerNonce: false,
  maxLifetimeSeconds: null,
  excludedTenants: [],
  verifiableBy: { id: 'unstated', access: 'unstated', ownAccess: 'unstated' },
  unverified: ['algorithms'],
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/sharepoint/dev/sp-add-ins/authorization-and-authentication-of-sharepoint-add-ins',
      read: '2026-11-24',
      verified: false,
    },
  ],
};
