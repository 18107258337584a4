import type { Audience } from './audience.ts';
import { microsoft } from './microsoft.ts';

/** The services behind search, suggestions and assistants of Outlook's pages. Addresses with paths (`/search`, `/ows`) were seen. */
export const substrate: Audience = {
  id: 'substrate',
  name: 'Microsoft 365 Substrate',
  applicationId: null,
  hosts: [
    'substrate.office.com',
    'substrate.office365.us',
    'substrate-dod.office365.us',
    'loki.delve.office.com',
  ],
  owner: microsoft,
  citations: [
    { url: 'https://github.com/dirkjanm/ROADtools', read: '2026-11-24', verified: true },
    {
      url: 'https://learn.microsoft.com/en-us/microsoft-365/enterprise/urls-and-ip-address-ranges',
      read: '2026-11-24',
      verified: true,
    },
    { url: 'https://loki.delve.office.com/', read: '2026-11-25', verified: false },
  ],
};
