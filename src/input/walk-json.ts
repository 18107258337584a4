import { type FoundToken, foundAt, type Pair } from './found.ts';
import { hostOf, memberOf, parseJson, textOf } from './json.ts';
import { readName } from './names.ts';
import { isMasked } from './shapes.ts';
import { takeCredential, withMask } from './take.ts';
import type { Tally } from './tally.ts';
import { parseTime } from './time.ts';

/** Deepest level of members and of texts that are JSON again, which is looked into. */
export const maxDepth = 24;

/** What kind of JSON is searched. */
export interface WalkKind {
  /** Where tokens of it were kept or how they travelled. */
  readonly presentedAs: 'storage' | 'parameter' | 'unknown';
  /** Whether an ID token and an access token beside each other came in one answer. */
  readonly isAnswer: boolean;
}

/**
 * Finds credentials in JSON of any shape: caches of MSAL (JavaScript, Python, .NET, Java) and ADAL, dumps of a browser's storage
 * whose values are JSON again, answers of token endpoints, lists of `{token, host, at}`.
 */
export function walkJson(
  root: unknown,
  start: { readonly name: string; readonly place: string },
  kind: WalkKind,
  tally: Tally,
): readonly FoundToken[] {
  const found: FoundToken[] = [];
  visit(root, start.name, start.place, 0);
  return found;

  function visit(value: unknown, name: string, place: string, depth: number): void {
    if (depth > maxDepth) {
      if (typeof value === 'string' || (typeof value === 'object' && value !== null)) {
        tally.leaveOut('too-deep');
      }
      return;
    }
    if (typeof value === 'string') visitText({ name, value, place }, depth);
    else if (Array.isArray(value)) {
      // MSAL.js lists the names of its entries under the names of their kinds.
      if (readName(name) === 'refresh-token') return;
      for (const [index, entry] of value.entries())
        visit(entry, '', `${place}[${index}]`, depth + 1);
    } else if (typeof value === 'object' && value !== null) visitObject(value, name, place, depth);
  }

  function visitText(pair: Pair, depth: number): void {
    const nested = /^\s*[{[]/.test(pair.value) ? parseJson(pair.value) : undefined;
    if (nested !== undefined) {
      visit(nested, pair.name, pair.place, depth + 1);
      return;
    }
    const taken = takeCredential(pair, tally);
    if (taken !== null) found.push(present(taken.token, taken.named === 'id-token'));
  }

  function visitObject(value: object, name: string, place: string, depth: number): void {
    const own = readEntry(value, name, place);
    if (own !== null) {
      if (own !== 'left-out') found.push(own);
      return;
    }
    const before = found.length;
    const named = pairOf(value, place);
    if (named) visitText(named, depth + 1);
    else {
      for (const [member, entry] of Object.entries(value)) {
        visit(entry, member, `${place}.${showName(member)}`, depth + 1);
      }
    }
    if (kind.isAnswer) addCompanions(value, before);
  }

  /** An entry of a cache or of a list, which says itself what its token is. */
  function readEntry(value: object, name: string, place: string): FoundToken | 'left-out' | null {
    const secret = textOf(value, 'secret');
    const data = isEncrypted(value) ? textOf(value, 'data') : null;
    if (kind.presentedAs !== 'storage' || (secret ?? data) === null) {
      return readRecord(value, place, tally);
    }
    const type = textOf(value, 'credentialType') ?? textOf(value, 'credential_type') ?? name;
    const named = readName(type);
    if (named === 'refresh-token') {
      tally.leaveOut('refresh-token');
      return 'left-out';
    }
    if (secret !== null) {
      return secret.trim() === '' ? 'left-out' : present(withMask(foundAt(place, secret)), false);
    }
    // Accounts are encrypted too.
    if (named === 'anything' && /^msal\./.test(name)) return 'left-out';
    return { ...present(foundAt(place, data ?? ''), false), withheld: 'encrypted-cache' };
  }

  function present(token: FoundToken, isIdToken: boolean): FoundToken {
    const presentedAs = isIdToken && kind.isAnswer ? 'id-token' : kind.presentedAs;
    const mayBeOlder = presentedAs === 'storage';
    return { ...token, mayBeOlder, context: { ...token.context, presentedAs } };
  }

  /** An ID token and an access token beside each other came in one answer. */
  function addCompanions(value: object, from: number): void {
    const [idToken, accessToken] = ['id_token', 'access_token'].map((name) => textOf(value, name));
    if (!idToken || !accessToken || isMasked(accessToken)) return;
    for (let index = from; index < found.length; index++) {
      const token = found[index];
      if (token?.credential !== idToken) continue;
      found[index] = { ...token, context: { ...token.context, accessToken } };
    }
  }
}

/** An object `{token, host?, at?}` of a list; `observed_at` means the same as `at`. Null for anything else. */
export function readRecord(value: unknown, place: string, tally: Tally): FoundToken | null {
  const text = textOf(value, 'token');
  const taken =
    text === null ? null : takeCredential({ name: 'access_token', value: text, place }, tally);
  if (taken === null) return null;
  const host = textOf(value, 'host')?.toLowerCase() ?? null;
  return {
    ...taken.token,
    host: host === null ? null : (hostOf(host) ?? hostOf(`https://${host}`)),
    atMs: parseTime(textOf(value, 'at') ?? textOf(value, 'observed_at') ?? ''),
  };
}

/** An encrypted entry of MSAL.js 4 and later: `{id, nonce, data}`, perhaps with the time of its last change. */
function isEncrypted(value: object): boolean {
  return ['id', 'nonce', 'data'].every((name) => typeof memberOf(value, name) === 'string');
}

/** A dumped storage or cookie entry: `{name, value}` or `{key, value}`. */
function pairOf(value: object, place: string): Pair | null {
  const name = textOf(value, 'name') ?? textOf(value, 'key');
  const text = textOf(value, 'value');
  return name === null || text === null ? null : { name, value: text, place };
}

/** Member names of caches hold account names, and those of hostile files anything: only short plain ones are told. */
export const showName = (name: string): string => (/^[a-zA-Z_]{1,15}$/.test(name) ? name : '*');
