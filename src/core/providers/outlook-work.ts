import type { Provider } from './provider.ts';

/** Outlook on the web for work and school accounts, global cloud. */
export const outlookWork: Provider = {
  id: 'outlook-work',
  name: 'Outlook',
  hosts: ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft'],
  apiHosts: ['graph.microsoft.com', 'substrate.office.com'],
  issuers: ['entra'],
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
