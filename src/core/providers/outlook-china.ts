import type { Provider } from './provider.ts';

/** Outlook on the web in China, operated by 21Vianet. Defender for Cloud Apps is not offered there. */
export const outlookChina: Provider = {
  id: 'outlook-china',
  name: 'Outlook (China)',
  hosts: ['partner.outlook.cn'],
  apiHosts: ['microsoftgraph.chinacloudapi.cn'],
  issuers: ['entra-china', 'exchange', 'substrate', 'access-control-service'],
  audiences: ['exchange-online', 'microsoft-graph', 'substrate', 'sharepoint', 'teams'],
  // Outlook on the web, the shell around it, and Outlook.
  applications: [
    '9199bf20-a13f-4107-85dc-02114787ef48',
    '89bee1f7-5e6e-4d8a-9f3d-ecd601259da7',
    '5d661950-3475-41cd-a2c3-d671a3162bc1',
  ],
  signOutUrl: 'https://mysignins.windowsazure.cn/security-info',
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges-21vianet',
      read: '2026-11-25',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/graph/deployments',
      read: '2026-11-25',
      verified: true,
    },
    { url: 'https://mysignins.windowsazure.cn/security-info', read: '2026-11-25', verified: false },
  ],
};
