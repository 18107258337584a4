import type { Owner } from './audience.ts';

/**
 * Microsoft's own domains. Left out on purpose: `windows.net`, `azure.com`, `azurewebsites.net`, `chinacloudapi.cn` and others
 * under which customers run servers.
 */
export const microsoft: Owner = {
  name: 'Microsoft',
  domains: [
    'cloud.microsoft',
    'live.com',
    'mcas-gov.ms',
    'mcas-gov.us',
    'mcas.ms',
    'microsoft.com',
    'microsoft.us',
    'microsoftonline.cn',
    'microsoftonline.com',
    'microsoftonline.us',
    'office.com',
    'office.net',
    'office365.com',
    'office365.us',
    'onenote.com',
    'outlook.cn',
    'outlook.com',
    'sharepoint.cn',
    'sharepoint.com',
    'sharepoint.us',
    'skype.com',
    'svc.ms',
    'yammer.com',
  ],
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges',
      read: '2026-11-24',
      verified: true,
    },
    {
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/microsoft-365-u-s-government-gcc-high-endpoints',
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
