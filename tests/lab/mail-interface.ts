import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Scenario } from './scenarios/scenario.ts';

const mails = [
  { from: 'Board office', subject: 'Agenda for Thursday', time: '09:12' },
  { from: 'Grace Hopper', subject: 'Draft of the security policy', time: '08:47' },
  { from: 'Travel desk', subject: 'Your booking is confirmed', time: 'Yesterday' },
];

/** As Exchange and SharePoint refuse: [MS-XOAUTH] section 4.6. */
const challenge = [
  'Bearer client_id="00000002-0000-0ff1-ce00-000000000000"',
  'trusted_issuers="00000001-0000-0000-c000-000000000000@*,https://sts.windows.net/*/"',
  'authorization_uri="https://login.windows.net/common/oauth2/authorize"',
].join(',');

/** Answers for mail. As in 2023, the service opens to whoever brings a token, and does not ask who made it, unless the scenario says so. */
export function answerInterface(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { isRefused = false }: Scenario,
): void {
  response.setHeader('access-control-allow-origin', headers.origin ?? '*');
  const hasToken = /^(Bearer|MSAuth[12]\.0|DPoP) ./.test(headers.authorization ?? '');
  if (hasToken && !isRefused) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ value: mails }));
    return;
  }
  response.writeHead(401, { 'www-authenticate': challenge }).end();
}
