import { createTrustBook, type TrustBook } from '../core/index.ts';
import { estimateClockError } from './clock-error.ts';
import { createCollector, maxGroups, type TokenGroup } from './collect.ts';
import { type Exchange, findInExchange } from './exchange.ts';
import { readFormat } from './format.ts';
import type { FoundToken } from './found.ts';
import { isHarEntry, readHarEntry, readPages } from './har.ts';
import { hostOf } from './json.ts';
import { BrokenJsonError, type JsonPart, readJsonParts } from './json-parts.ts';
import { readLine, readLines } from './lines.ts';
import { isTracedRequest, readTracedRequest } from './saml-tracer.ts';
import type { Tally } from './tally.ts';
import { parseTime } from './time.ts';
import { showName, walkJson } from './walk-json.ts';

/** What a reading tells besides the tokens that it gives. */
export interface Reading {
  /** Counts what is left out. */
  readonly tally: Tally;
  /** Gets by how much the servers' clocks were ahead of the recording computer's, when that is enough to be corrected. */
  readonly onClockError: (errorMs: number) => void;
  /** Gets every credential as soon as it is found. */
  readonly onFound: (credential: string) => void;
  /** Most different credentials of a file that is no list; left out: `maxGroups`. */
  readonly limit?: number;
}

/** A file holds more different credentials than `limit`. */
export class TooManyTokensError extends Error {}

/**
 * Finds credentials in a text: one a line, or a HAR file, a SAML-tracer export, an MSAL cache or any other JSON. The lines of a list
 * are answered one by one; in every other format a credential that occurs many times at a host is one group.
 * @throws TooManyTokensError
 */
export async function* readTokens(
  chunks: AsyncIterable<string>,
  reading: Reading,
): AsyncGenerator<TokenGroup> {
  const { format, text } = await readFormat(chunks);
  if (format === 'json') yield* await readJson(text, reading);
  else yield* readList(text, reading);
}

async function* readList(
  text: AsyncIterable<string>,
  { tally, onFound }: Reading,
): AsyncGenerator<TokenGroup> {
  let number = 0;
  for await (const line of readLines(text)) {
    number++;
    for (const token of readLine(line, number, tally)) {
      onFound(token.credential);
      yield { seen: 1, uses: [token], all: null };
    }
  }
}

async function readJson(
  text: AsyncIterable<string>,
  { tally, onClockError, onFound, limit = maxGroups }: Reading,
): Promise<readonly TokenGroup[]> {
  const collector = createCollector(tally, limit);
  const known: Known = {
    pages: new Map(),
    exportedMs: null,
    trust: createTrustBook(),
    differencesMs: [],
  };
  try {
    for await (const part of readJsonParts(text)) {
      const found = readPart(part, known, tally);
      for (const { credential } of found) onFound(credential);
      if (!found.every(collector.add)) throw new TooManyTokensError();
    }
  } catch (error) {
    if (!(error instanceof BrokenJsonError)) throw error;
    tally.leaveOut('broken-file');
  }
  const errorMs = estimateClockError(known.differencesMs);
  if (errorMs !== 0) onClockError(errorMs);
  return collector.groups((use) => complete(use, known, errorMs));
}

/** What a file says besides its tokens, perhaps after them. */
interface Known {
  pages: ReadonlyMap<string, string>;
  /** When a trace was exported: after everything in it. */
  exportedMs: number | null;
  /** Whom the servers in it say they trust. */
  readonly trust: TrustBook;
  /** Servers' clocks minus the recorded times. */
  readonly differencesMs: number[];
}

function readPart(part: JsonPart, known: Known, tally: Tally): readonly FoundToken[] {
  const { path, value } = part;
  if (value === undefined) tally.leaveOut('too-large');
  const last = path.at(-1);
  if (last === 'pages') known.pages = readPages(value);
  if (last === 'timestamp' && typeof value === 'string') known.exportedMs = parseTime(value);
  const place = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${showName(step)}`))
    .join('');
  const exchange = exchangeOf(value, place);
  if (exchange === null) {
    const name = typeof last === 'string' ? last : '';
    return walkJson(value, { name, place }, { presentedAs: 'storage', isAnswer: false }, tally);
  }
  const found = findInExchange(exchange, tally);
  const { atMs, serverMs, responseHeaders } = exchange;
  known.trust.note(hostOf(exchange.url) ?? '', challengesOf(responseHeaders));
  if (found.length > 0 && atMs !== null && serverMs !== null) {
    known.differencesMs.push(serverMs - atMs);
  }
  return found.map((token) => ({
    ...token,
    context: { ...token.context, serverTrust: known.trust.of(token.host ?? '') },
  }));
}

const challengesOf = (headers: Exchange['responseHeaders']): readonly string[] =>
  headers.flatMap(({ name, value }) => (name.toLowerCase() === 'www-authenticate' ? [value] : []));

function exchangeOf(value: unknown, place: string): Exchange | null {
  if (isHarEntry(value)) return readHarEntry(value, place);
  return isTracedRequest(value) ? readTracedRequest(value, place) : null;
}

/** Adds what is known only at the end of the file. */
function complete(use: FoundToken, { pages, exportedMs }: Known, errorMs: number): FoundToken {
  const documentHost = use.documentHost ?? pages.get(use.page ?? '') ?? null;
  const withPage = { ...use, documentHost };
  if (use.atMs !== null) return { ...withPage, atMs: use.atMs + errorMs };
  return exportedMs === null ? withPage : { ...withPage, atMs: exportedMs, mayBeOlder: true };
}
