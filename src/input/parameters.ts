import type { FoundToken, Pair } from './found.ts';
import { readName } from './names.ts';
import { companionOf, takeCredential } from './take.ts';
import type { Tally } from './tally.ts';

/**
 * Credentials among the parameters of one query, fragment or form (OpenID Connect Core section 3.3.2.5, OAuth 2.0 Form Post).
 * An ID token gets the code and the access token that came with it.
 */
export function findInParameters(pairs: readonly Pair[], tally: Tally): readonly FoundToken[] {
  const code = companionOf(pairs, (name) => name === 'code');
  const accessToken = companionOf(pairs, (name) => name === 'access_token');
  return pairs.flatMap((pair) => {
    const taken = takeCredential(pair, tally);
    if (taken === null) return [];
    const { token } = taken;
    // A hint (OpenID Connect Core section 3.1.2.1) is no answer to a sign-in.
    const isIdToken =
      taken.named === 'id-token' && readName(pair.name) === 'id-token' && !isHint(pair);
    const context = isIdToken
      ? { ...token.context, presentedAs: 'id-token' as const, code, accessToken }
      : { ...token.context, presentedAs: 'parameter' as const };
    return [{ ...token, context }];
  });
}

const isHint = ({ name }: Pair): boolean => /hint/i.test(name);

/** Parameters of an address: of its query and of its fragment, apart, because they are two answers. */
export function parametersOf(url: string, place: string): readonly (readonly Pair[])[] {
  if (!URL.canParse(url)) return [];
  const { search, hash } = new URL(url);
  return [search.slice(1), hash.slice(1).replace(/^[!/?]+/, '')].map((text) =>
    readForm(text, place),
  );
}

/** Reads `application/x-www-form-urlencoded`. */
export function readForm(text: string, place: string): readonly Pair[] {
  if (!text.includes('=')) return [];
  return [...new URLSearchParams(text)].map(([name, value]) => ({ name, value, place }));
}
