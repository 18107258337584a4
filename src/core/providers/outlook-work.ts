import type { Provider } from './provider.ts';

/** Outlook on the web for work and school accounts, global cloud. */
export const outlookWork: Provider = {
  id: 'outlook-work',
  name: 'Outlook',
  hosts: [
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.cloud.microsoft',
    // Defender for Cloud Apps puts its own name behind the webmail's, and serves the same pages: commercial, then GCC.
    'outlook.office.com.mcas.ms',
    'outlook.office365.com.mcas.ms',
    'outlook.cloud.microsoft.mcas.ms',
    'outlook.office.com.mcas-gov.ms',
    'outlook.office365.com.mcas-gov.ms',
    'outlook.cloud.microsoft.mcas-gov.ms',
  ],
  apiHosts: [
    'graph.microsoft.com',
    'substrate.office.com',
    'graph.microsoft.com.mcas.ms',
    'substrate.office.com.mcas.ms',
    'graph.microsoft.com.mcas-gov.ms',
    'substrate.office.com.mcas-gov.ms',
  ],
  // Add-ins and the services behind the webmail bring tokens of their own.
  issuers: ['entra', 'entra-trailing-slash', 'exchange', 'substrate', 'access-control-service'],
  audiences: ['exchange-online', 'microsoft-graph', 'substrate', 'sharepoint', 'teams'],
  // Outlook on the web, the shell around it, and Outlook.
  applications: [
    '9199bf20-a13f-4107-85dc-02114787ef48',
    '89bee1f7-5e6e-4d8a-9f3d-ecd601259da7',
    '5d661950-3475-41cd-a2c3-d671a3162bc1',
  ],
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
    {
      url: 'https://learn.microsoft.com/en-us/defender-cloud-apps/troubleshooting-proxy-url',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/defender-cloud-apps/network-requirements',
      read: '2026-11-25',
      verified: true,
    },
  ],
};
