import type { Provider } from './provider.ts';

/** Outlook on the web in China, operated by 21Vianet. Defender for Cloud Apps is not offered there. */
export const outlookChina: Provider = {
  id: 'outlook-china',
  name: 'Outlook (China)',
  hosts: ['partner.outlook.cn'],
  apiHosts: ['microsoftgraph.chinacloudapi.cn'],
  issuers: ['entra-china', 'exchange', 'substrate', 'access-control-service'],
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
