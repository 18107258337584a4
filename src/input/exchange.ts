import { answerOfStatus, readDeviceBinding, type UseContext } from '../core/index.ts';
import { readAuthorization } from './authorization.ts';
import { type Body, findInBody } from './body.ts';
import { type FoundToken, foundAt, type Pair } from './found.ts';
import { hostOf } from './json.ts';
import { findInParameters, parametersOf } from './parameters.ts';
import { findCompact, isMasked } from './shapes.ts';
import { takeCredential, withMask } from './take.ts';
import type { Tally } from './tally.ts';

/** One request and its answer, whatever recorded them. */
export interface Exchange {
  readonly place: string;
  readonly method: string | null;
  readonly url: string | null;
  /** Milliseconds since the epoch when it was sent, by the recording computer's clock; null when not recorded. */
  readonly atMs: number | null;
  /** When it was answered, by the server's clock; null when not recorded. */
  readonly serverMs: number | null;
  /** Id of the page that asked; null when not recorded. */
  readonly page: string | null;
  readonly requestHeaders: readonly Pair[];
  readonly requestCookies: readonly Pair[];
  /** Parameters that the recorder has read already. */
  readonly query: readonly Pair[];
  readonly form: readonly Pair[];
  readonly requestBody: Body | null;
  /** Texts sent through a socket that the request opened. */
  readonly messages: readonly Pair[];
  /** Status of the answer (RFC 9110 section 15); null when there was none. */
  readonly status: number | null;
  readonly responseHeaders: readonly Pair[];
  readonly responseCookies: readonly Pair[];
  readonly responseBody: Body | null;
}

/** Credentials in every part of an exchange, each once, with what surrounded it. */
export function findInExchange(exchange: Exchange, tally: Tally): readonly FoundToken[] {
  const host = hostOf(exchange.url);
  const { method, url, page } = exchange;
  const documentHost = refererOf(exchange);
  const address = { method, url };
  const sent = [
    ...findInHeaders(exchange, tally),
    ...[exchange.query, exchange.form, ...parametersOf(url ?? '', `${exchange.place}.url`)].flatMap(
      (pairs) => findInParameters(pairs, tally),
    ),
    ...findInBody(exchange.requestBody, 'parameter', tally),
    ...exchange.messages.flatMap(({ value, place }) =>
      findCompact(value).map((credential) => foundAt(place, credential)),
    ),
  ].map((token) => ({ ...token, context: { ...token.context, ...address } }));
  const answered = [...findInAnswer(exchange, tally)];
  return unique(
    [...sent, ...answered].map((token) => ({
      ...token,
      host: token.host ?? host,
      documentHost,
      page,
      atMs: exchange.atMs ?? exchange.serverMs,
    })),
  );
}

function findInHeaders(exchange: Exchange, tally: Tally): readonly FoundToken[] {
  const answer = answerOfStatus(exchange.status);
  const proofs = exchange.requestHeaders
    .filter(({ name }) => name.toLowerCase() === 'dpop')
    .map(({ value }) => value.trim());
  const cookies = exchange.requestHeaders.flatMap(cookiesOf);
  const { atMs: sentAtMs } = exchange;
  const whole = exchange.requestHeaders.filter(({ value }) => !isMasked(value.trim()));
  const deviceBinding = readDeviceBinding(whole);
  // A proof that was taken out of the file is neither missing nor wrong.
  const areProofsWhole = !proofs.some(isMasked);
  return [
    ...exchange.requestHeaders.flatMap((header): readonly FoundToken[] => {
      const name = header.name.toLowerCase();
      // The proofs travel with their token.
      if (name === 'cookie' || name === 'dpop') return [];
      if (name === 'referer') {
        return parametersOf(header.value, header.place).flatMap((pairs) =>
          findInParameters(pairs, tally),
        );
      }
      if (name !== 'authorization') return takeAs(header, 'unknown', tally);
      return readAuthorization(header.value).map(({ credential, presentedAs, proof }) => {
        const token = withMask(foundAt(header.place, credential));
        return {
          ...token,
          context: {
            ...token.context,
            presentedAs: areProofsWhole ? presentedAs : 'unknown',
            proofs: proof !== null ? [proof] : areProofsWhole ? proofs : [],
            answer,
            sentAtMs,
            deviceBinding,
          },
        };
      });
    }),
    ...[...exchange.requestCookies, ...cookies].flatMap((cookie) =>
      takeAs(cookie, 'cookie', tally),
    ),
  ];
}

function findInAnswer(exchange: Exchange, tally: Tally): readonly FoundToken[] {
  const cookies = exchange.responseHeaders
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    // Several cookies of one answer stand on lines of their own in some recordings.
    .flatMap(({ value, place }) => value.split('\n').flatMap((line) => pairOf(line, place)));
  return [
    ...[...exchange.responseCookies, ...cookies].flatMap((cookie) =>
      takeAs(cookie, 'cookie', tally),
    ),
    ...exchange.responseHeaders.flatMap((header): readonly FoundToken[] => {
      const name = header.name.toLowerCase();
      if (name === 'set-cookie') return [];
      if (name !== 'location') return takeAs(header, 'unknown', tally);
      const host = hostOf(header.value);
      return parametersOf(header.value, header.place)
        .flatMap((pairs) => findInParameters(pairs, tally))
        .map((token) => ({ ...token, host }));
    }),
    ...findInBody(exchange.responseBody, 'unknown', tally),
  ];
}

function takeAs(
  pair: Pair,
  presentedAs: UseContext['presentedAs'],
  tally: Tally,
): readonly FoundToken[] {
  const taken = takeCredential(pair, tally);
  if (taken === null) return [];
  return [{ ...taken.token, context: { ...taken.token.context, presentedAs } }];
}

/** RFC 6265 section 4.2.1. */
const cookiesOf = ({ name, value, place }: Pair): readonly Pair[] =>
  name.toLowerCase() === 'cookie' ? value.split(';').flatMap((part) => pairOf(part, place)) : [];

function pairOf(text: string, place: string): readonly Pair[] {
  const [first = ''] = text.split(';');
  const at = first.indexOf('=');
  if (at < 1) return [];
  const value = first
    .slice(at + 1)
    .trim()
    .replace(/^"(.*)"$/, '$1');
  return [{ name: first.slice(0, at).trim(), value: decode(value), place }];
}

function decode(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    // Not percent-encoded after all.
    return value;
  }
}

/** The page that asked, by its own word (RFC 9110 section 10.1.3, RFC 6454 section 7). */
function refererOf({ requestHeaders }: Exchange): string | null {
  const headerOf = (wanted: string) =>
    requestHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value ?? null;
  return hostOf(headerOf('referer')) ?? hostOf(headerOf('origin'));
}

/** Recorders write the same cookie or parameter twice: as a header and taken apart. */
function unique(tokens: readonly FoundToken[]): readonly FoundToken[] {
  const seen = new Set<string>();
  return tokens.filter(({ credential, host, context }) => {
    const key = `${host} ${context.presentedAs} ${credential}`;
    return !seen.has(key) && seen.add(key);
  });
}
