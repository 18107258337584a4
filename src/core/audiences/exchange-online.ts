import type { Audience } from './audience.ts';
import { microsoft } from './microsoft.ts';

/** Exchange Online, in all clouds: mail, calendar and contacts. */
export const exchangeOnline: Audience = {
  id: 'exchange-online',
  name: 'Exchange Online',
  applicationId: '00000002-0000-0ff1-ce00-000000000000',
  hosts: [
    'outlook.office.com',
    'outlook.office365.com',
    'outlook.com',
    'outlook-sdf.office.com',
    'outlook-sdf.office365.com',
    'outlook-tdf.office.com',
    'outlook-tdf-2.office.com',
    'outlook.cloud.microsoft',
    'outlook.live.com',
    'ps.outlook.com',
    'ps.protection.outlook.com',
    'ps.compliance.protection.outlook.com',
    'outlook.office365.us',
    'outlook-dod.office365.us',
    'webmail.apps.mil',
    'partner.outlook.cn',
  ],
  hasCustomerServers: true,
  owner: microsoft,
  citations: [
    { url: 'https://github.com/merill/microsoft-info', read: '2026-11-24', verified: true },
    { url: 'https://github.com/dirkjanm/ROADtools', read: '2026-11-24', verified: true },
    {
      // Its service principal names, of an organisation with servers of its own.
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/configure-exchange-server-for-hybrid-modern-authentication',
      read: '2026-11-25',
      verified: true,
    },
    {
      // Tokens for the webmail's newer names were not seen.
      url: 'https://outlook.cloud.microsoft/',
      read: '2026-11-25',
      verified: false,
    },
  ],
};
