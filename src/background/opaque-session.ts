import type {
  Inspection,
  Provider,
  Session,
  SessionBinding,
  SessionCookie,
} from '../core/index.ts';
import type { CookieShape } from '../platform/cookies.ts';
import type { CookieView, OpaqueView } from '../protocol/views.ts';

/** What is known of a webmail's session that nobody but its provider can check. Holds no cookie's value. */
export function describeOpaque(
  provider: Provider,
  known: {
    /** Null: the browser did not tell them. */
    readonly cookies: readonly CookieShape[] | null;
    readonly binding: SessionBinding;
    /** Sessions of this webmail that were used in the tab. */
    readonly sessions: readonly Session[];
  },
): OpaqueView {
  const documented = provider.sessionCookies ?? [];
  return {
    cookies: known.cookies === null ? null : listCookieViews(documented, known.cookies),
    knownCookies: documented.length,
    binding: known.binding,
    idToken: seekIdToken(
      provider,
      known.sessions.flatMap(({ inspections }) => inspections),
    ),
    signOutUrl: provider.signOutUrl,
  };
}

/** In the order of the webmail's data, each once: a cookie can be there for several accounts, hosts and partitions. */
function listCookieViews(
  documented: readonly SessionCookie[],
  present: readonly CookieShape[],
): readonly CookieView[] {
  return documented.flatMap((cookie) => {
    const found = present.find(({ name }) => isNamed(cookie, name));
    return found === undefined ? [] : [viewCookie(cookie, found)];
  });
}

const isNamed = ({ name, isPrefix }: SessionCookie, present: string): boolean =>
  isPrefix ? present.startsWith(name) : present === name;

function viewCookie(documented: SessionCookie, found: CookieShape): CookieView {
  const { isHttpOnly, isSecure, sameSite } = found;
  return {
    name: documented.name,
    isPrefix: documented.isPrefix === true,
    purpose: documented.purpose,
    isHttpOnly,
    isSecure,
    sameSite,
    differs: differsFrom(documented, found),
  };
}

/** What nobody has said officially is no measure. */
function differsFrom(
  { httpOnly, secure, sameSite, verified }: SessionCookie,
  found: CookieShape,
): boolean {
  if (verified === false) return false;
  return (
    (httpOnly !== null && httpOnly !== found.isHttpOnly) ||
    (secure !== null && secure !== found.isSecure) ||
    (sameSite !== null && sameSite !== found.sameSite)
  );
}

/** Access tokens of such providers have no readable form, so a signed token of theirs is an ID token. */
function seekIdToken(
  { issuers }: Provider,
  inspections: readonly Inspection[],
): OpaqueView['idToken'] {
  const own = inspections.filter(({ issuer }) => issuer !== null && issuers.includes(issuer));
  if (own.some(({ verdict }) => verdict === 'verified')) return 'verified';
  return own.length > 0 ? 'seen' : 'none-seen';
}
