import { type Provider, providers, type SessionCookie } from '../../src/core/index.ts';

/** Webmails whose sessions nobody but their provider can check. The lab plays each from its data: host, session cookies, binding. */
export const opaqueWebmailIds = [
  'gmail',
  'yahoo-mail',
  'aol-mail',
  'icloud-mail',
  'zoho-mail',
  'fastmail',
  'proton-mail',
  'gmx',
  'web-de',
  'mail-com',
  'yandex-mail',
  'mail-ru',
] as const;

export type OpaqueWebmailId = (typeof opaqueWebmailIds)[number];

export const isOpaqueWebmail = (id: string): id is OpaqueWebmailId =>
  opaqueWebmailIds.some((known) => known === id);

function providerOf(id: OpaqueWebmailId): Provider {
  const provider = providers.find((known) => known.id === id);
  if (provider === undefined) throw new Error(`there is no webmail ${id}`);
  return provider;
}

export function opaqueHostOf(id: OpaqueWebmailId): string {
  const [host] = providerOf(id).hosts;
  if (host === undefined) throw new Error(`${id} has no host`);
  return host;
}

/**
 * `Set-Cookie` lines (RFC 6265 section 4.1) of a session as its provider's data has them: every known cookie, with the attributes that
 * are documented, and hidden and encrypted where nothing is; for all subdomains where the webmail's cookies are kept so.
 * @param host the one of its hosts that sends them
 */
export function buildSessionCookies(
  id: OpaqueWebmailId,
  value: string,
  host = opaqueHostOf(id),
): readonly string[] {
  const { cookieHosts = [], sessionCookies = [] } = providerOf(id);
  const keeper = cookieHosts.find((known) => host.endsWith(`.${known}`));
  return sessionCookies.map((cookie) => lineOf(cookie, value, keeper));
}

function lineOf(cookie: SessionCookie, value: string, keeper: string | undefined): string {
  const { name, isPrefix, httpOnly, secure, sameSite } = cookie;
  const isOfHostAlone = name.startsWith('__Host-') || keeper === undefined;
  return [
    `${name}${isPrefix ? '1a2b3c4d' : ''}=${value}`,
    'Path=/',
    ...(isOfHostAlone ? [] : [`Domain=${keeper}`]),
    ...(secure === false ? [] : ['Secure']),
    ...(httpOnly === false ? [] : ['HttpOnly']),
    ...(sameSite === null ? [] : [`SameSite=${sameSite}`]),
  ].join('; ');
}
