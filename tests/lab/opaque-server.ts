import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LabKeys } from './lab-keys.ts';
import { buildSessionCookies, isOpaqueWebmail, type OpaqueWebmailId } from './opaque-webmails.ts';
import type { Binding, Scenario } from './scenarios/scenario.ts';
import { signAs } from './tokens.ts';

/** What the lab gives to the part that plays opaque webmails. */
export interface OpaqueParts {
  readonly scenario: () => Scenario;
  readonly keys: LabKeys;
  readonly issue: (genuine: string) => Promise<string>;
  /** A secret of the session that must stand nowhere but in the page's own cookies. */
  readonly remember: (secret: string) => void;
}

/** Headers of W3C Device Bound Session Credentials (https://w3c.github.io/webappsec-dbsc/, read 2026-11-25), and Google's own. */
const bindingHeaders: Readonly<Record<Binding, readonly [string, string]>> = {
  offered: ['secure-session-registration', '(ES256 RS256);path="/lab/bind";challenge="c2F5"'],
  'in-use': ['sec-session-google-challenge', 'session_id=a; challenge=c2F5'],
};

/** Answers what pages of opaque webmails need. True when the request was for them. */
export async function answerOpaque(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { scenario, keys, issue, remember }: OpaqueParts,
): Promise<boolean> {
  const { id, webmail, binding } = scenario();
  if (!isOpaqueWebmail(webmail)) return false;
  switch (path) {
    case '/lab/open': {
      // In the form of a token, so that its traces are looked for like those of one; nobody can read it.
      const secret = `s.${randomBytes(48).toString('hex')}.${randomBytes(48).toString('hex')}`;
      remember(secret);
      if (binding !== undefined) response.setHeader(...bindingHeaders[binding]);
      response.writeHead(204, { 'set-cookie': [...buildSessionCookies(webmail, secret)] }).end();
      return true;
    }
    case '/lab/id-token':
      response.end(await issue(await signIdToken(keys, id)));
      return true;
    case '/api/mail':
      // The session's cookies are all that such a service asks for, where any is known.
      response.writeHead(hasCookies(request) || cookieless(webmail) ? 200 : 401).end();
      return true;
    default:
      return false;
  }
}

const hasCookies = ({ headers }: IncomingMessage): boolean => headers.cookie !== undefined;
const cookieless = (webmail: OpaqueWebmailId): boolean =>
  buildSessionCookies(webmail, '').length === 0;

/** As Google's are: https://developers.google.com/identity/openid-connect/reference, read 2026-11-24. */
function signIdToken(keys: LabKeys, scenarioId: string): Promise<string> {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const client = '1234567890-lab.apps.googleusercontent.com';
  return signAs(
    keys.google,
    {
      iss: 'https://accounts.google.com',
      azp: client,
      aud: client,
      sub: '110000000000000000001',
      email: `ada+${scenarioId}@gmail.example`,
      iat: nowSeconds,
      exp: nowSeconds + 3600,
    },
    { x5t: undefined },
  );
}
