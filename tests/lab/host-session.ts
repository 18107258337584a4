import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { findProvider } from '../../src/core/index.ts';
import { buildSessionCookies, isOpaqueWebmail } from './opaque-webmails.ts';

/** On every host of every webmail: a page with the webmail's session cookies, where any is known, and nothing else. */
export const hostSessionPath = '/lab/session';

/**
 * Answers for that page. True when the host is a webmail's.
 * @param remember is given what must stand nowhere but in the page's own cookies
 */
export function answerHostSession(
  host: string,
  response: ServerResponse,
  remember: (secret: string) => void,
): boolean {
  const provider = findProvider(host, null);
  if (provider === null) return false;
  // In the form of a token, so that its traces are looked for like those of one.
  const secret = `s.${randomBytes(48).toString('hex')}.${randomBytes(48).toString('hex')}`;
  remember(secret);
  const cookies = isOpaqueWebmail(provider.id)
    ? buildSessionCookies(provider.id, secret, host)
    : [];
  response
    .writeHead(200, { 'content-type': 'text/html', 'set-cookie': [...cookies] })
    .end(`<!doctype html><title>${provider.name}</title>`);
  return true;
}
