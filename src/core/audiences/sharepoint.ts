import type { Audience } from './audience.ts';
import { microsoft } from './microsoft.ts';

/** SharePoint and OneDrive, where attachments are kept. Each organisation has host names of its own. */
export const sharepoint: Audience = {
  id: 'sharepoint',
  name: 'SharePoint',
  applicationId: '00000003-0000-0ff1-ce00-000000000000',
  hosts: [],
  customerDomains: ['sharepoint.com', 'sharepoint.us', 'sharepoint.cn'],
  hasCustomerServers: true,
  owner: microsoft,
  citations: [
    { url: 'https://github.com/merill/microsoft-info', read: '2026-11-24', verified: true },
    {
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
