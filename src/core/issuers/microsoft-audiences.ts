import type { OwnAudiences } from './issuer.ts';

/**
 * Microsoft's own interfaces and applications as tokens name them in `aud` (RFC 7519 section 4.1.3). Their tokens are signed with
 * Microsoft's shared keys; keys of an application's own exist only for applications of customers with mapped claims.
 *
 * Ids: https://github.com/merill/microsoft-info and https://github.com/dirkjanm/ROADtools, read 2026-11-24. Addresses:
 * https://learn.microsoft.com/en-us/graph/deployments, read 2026-11-24, and audiences of recorded genuine tokens.
 */
export const microsoftAudiences: OwnAudiences = Object.freeze({
  exact: new Set([
    // Exchange Online
    '00000002-0000-0ff1-ce00-000000000000',
    'https://outlook.office.com',
    'https://outlook.office365.com',
    'https://outlook.office365.us',
    'https://outlook-dod.office365.us',
    'https://webmail.apps.mil',
    'https://partner.outlook.cn',
    // Microsoft Graph, and its predecessor
    '00000003-0000-0000-c000-000000000000',
    'https://graph.microsoft.com',
    'https://graph.microsoft.us',
    'https://dod-graph.microsoft.us',
    'https://microsoftgraph.chinacloudapi.cn',
    '00000002-0000-0000-c000-000000000000',
    'https://graph.windows.net',
    // SharePoint, Substrate, the office shell
    '00000003-0000-0ff1-ce00-000000000000',
    'https://substrate.office.com',
    'https://substrate.office365.us',
    '89bee1f7-5e6e-4d8a-9f3d-ecd601259da7',
    // Outlook on the web, Outlook, Outlook mobile, Office
    '9199bf20-a13f-4107-85dc-02114787ef48',
    '5d661950-3475-41cd-a2c3-d671a3162bc1',
    '27922004-5251-4030-b22d-91ecd9a37ea4',
    'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  ]),
  hostEnds: ['.sharepoint.com', '.sharepoint.us', '.sharepoint.cn'],
});
