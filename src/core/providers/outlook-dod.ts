import type { Provider } from './provider.ts';

/** Outlook on the web for the US Department of Defense, and its names behind Defender for Cloud Apps. */
export const outlookDod: Provider = {
  id: 'outlook-dod',
  name: 'Outlook (US Department of Defense)',
  hosts: [
    'outlook-dod.office365.us',
    'webmail.apps.mil',
    'outlook-dod.office365.us.mcas-gov.us',
    'webmail.apps.mil.mcas-gov.us',
  ],
  apiHosts: [
    'dod-graph.microsoft.us',
    'substrate-dod.office365.us',
    'dod-graph.microsoft.us.mcas-gov.us',
    'substrate-dod.office365.us.mcas-gov.us',
  ],
  // Tokens of version 1 share the name of the global cloud's issuer; whose they are is told by the key.
  issuers: ['entra-us-government', 'exchange', 'substrate', 'access-control-service'],
  audiences: ['exchange-online', 'microsoft-graph', 'substrate', 'sharepoint', 'teams'],
  // Outlook on the web, the shell around it, and Outlook.
  applications: [
    '9199bf20-a13f-4107-85dc-02114787ef48',
    '89bee1f7-5e6e-4d8a-9f3d-ecd601259da7',
    '5d661950-3475-41cd-a2c3-d671a3162bc1',
  ],
  signOutUrl: 'https://mysignins.microsoft.us/security-info',
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/microsoft-365-u-s-government-dod-endpoints',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/graph/deployments',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/defender-cloud-apps/troubleshooting-proxy-url',
      read: '2026-11-25',
      verified: true,
    },
    { url: 'https://mysignins.microsoft.us/security-info', read: '2026-11-25', verified: false },
  ],
};
