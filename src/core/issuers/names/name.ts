/** Characters of an issuer's name that are compared; names of real ones stay below 100, and a host below 254. */
export const maxComparedLength = 300;

/** A name taken apart as careless programs do it. Nothing in it is trusted or asked. */
export interface IssuerName {
  readonly scheme: string | null;
  /** What stands before an `@` (RFC 3986 section 3.2.1). */
  readonly userInfo: string | null;
  /** Lower case, without a dot at its end. */
  readonly host: string;
  readonly port: string | null;
  /** Path, query and fragment, as written. */
  readonly rest: string;
  /** The host ends in a dot, which names the same host. */
  readonly hasEndDot: boolean;
}

/** Letters that stand for a dot between labels (UTS 46 section 2.3), and a backslash that browsers take for a slash. */
const dots = /[\u3002\uff61]/g;

/** Takes the name of an issuer apart: an address, or a host alone as Google writes it. Null when it has no host. */
export function readName(iss: string): IssuerName | null {
  const text = iss
    .slice(0, maxComparedLength)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(dots, '.')
    .replaceAll('\\', '/')
    .trim();
  const match =
    /^(?:([a-z][a-z0-9+.-]*):(?=\/))?\/*(?:([^/?#]*)@)?([^/?#:]*)(?::(\d*)(?=[/?#]|$))?(.*)$/isu.exec(
      text,
    );
  if (match === null) return null;
  const [, scheme = null, userInfo = null, written = '', port = null, rest = ''] = match;
  const host = written.toLowerCase();
  const bare = host.replace(/\.+$/, '');
  if (bare === '') return null;
  return {
    scheme: scheme?.toLowerCase() ?? null,
    userInfo,
    host: bare,
    port,
    rest,
    hasEndDot: bare !== host,
  };
}

/**
 * Whether a name is written as no issuer writes one: with a user, a port, a dot behind the host, another scheme, a query or fragment
 * (OpenID Connect Discovery section 3 allows neither), escapes, empty or dotted segments, or spaces.
 */
export function isTricky({ scheme, userInfo, port, rest, hasEndDot }: IssuerName): boolean {
  if (scheme !== null && scheme !== 'https') return true;
  if (userInfo !== null || port !== null || hasEndDot) return true;
  return /[?#%\s\p{Cc}]|\/\/|\/\.{1,2}(?:\/|$)/u.test(rest);
}
