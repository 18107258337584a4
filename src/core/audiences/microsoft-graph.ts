import type { Audience } from './audience.ts';
import { microsoft } from './microsoft.ts';

/** Microsoft Graph, in all clouds. */
export const microsoftGraph: Audience = {
  id: 'microsoft-graph',
  name: 'Microsoft Graph',
  applicationId: '00000003-0000-0000-c000-000000000000',
  hosts: [
    'graph.microsoft.com',
    'canary.graph.microsoft.com',
    'graph.microsoft.us',
    'dod-graph.microsoft.us',
    'microsoftgraph.chinacloudapi.cn',
  ],
  owner: microsoft,
  citations: [
    {
      url: 'https://learn.microsoft.com/en-us/graph/deployments',
      read: '2026-11-24',
      verified: true,
    },
    { url: 'https://github.com/merill/microsoft-info', read: '2026-11-24', verified: true },
    { url: 'https://canary.graph.microsoft.com/', read: '2026-11-25', verified: false },
  ],
};
