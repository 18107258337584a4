/**
 * How addresses that end a session are called. OpenID Connect RP-Initiated Logout 1.0 (section 2) leaves the address to each provider;
 * these are the names that providers and webmails give it: `/oauth2/v2.0/logout` of Entra, `/protocol/openid-connect/logout` of
 * Keycloak, `/Logout` of Google, `logoff.owa` of Exchange, `logout.srf` of Microsoft accounts, `/connect/endsession` and others.
 */
const endOfPath = /\/(?:log-?(?:out|off)|sign[-_]?out|end[-_]?session)(?:\.[a-z]{2,6})?\/?$/i;

/** WS-Federation 1.2 section 13.2.4 names what is asked for in `wa`. */
const federated = /[?&]wa=wsignout(?:cleanup)?1\.0(?:&|$)/;

/** Longest address that is looked at, characters. */
export const maxSignOutAddress = 8_192;

/**
 * Whether an address of a webmail, or of a service where people sign in, is one that signs out. By its name alone: who opens it may
 * change their mind, so a session that goes on after it is no news.
 */
export function isSignOutAddress(url: string): boolean {
  if (url.length > maxSignOutAddress || !URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return endOfPath.test(pathname) || federated.test(search);
}
