import type { Provider } from './provider.ts';

/** Outlook on the web for work and school accounts, global cloud. */
export const outlookWork: Provider = {
  id: 'outlook-work',
  name: 'Outlook',
  hosts: ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft'],
  apiHosts: ['graph.microsoft.com', 'substrate.office.com'],
  // Add-ins and the services behind the webmail bring tokens of their own.
  issuers: ['entra', 'entra-trailing-slash', 'exchange', 'substrate', 'access-control-service'],
  signOutUrl: 'https://mysignins.microsoft.com/security-info',
  citations: [
    {
      url: 'https://github.com/dirkjanm/ROADtools',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
