import type { Audience } from './audience.ts';
import { microsoft } from './microsoft.ts';

/** Chat, meetings and presence, which Outlook's pages show beside mail. */
export const teams: Audience = {
  id: 'teams',
  name: 'Microsoft Teams',
  applicationId: 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe',
  hosts: ['api.spaces.skype.com', 'chatsvcagg.teams.microsoft.com', 'presence.teams.microsoft.com'],
  owner: microsoft,
  citations: [
    { url: 'https://github.com/merill/microsoft-info', read: '2026-11-25', verified: false },
    { url: 'https://github.com/dirkjanm/ROADtools', read: '2026-11-24', verified: true },
  ],
};
