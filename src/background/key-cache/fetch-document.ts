import type { KeyConnection, KeyProblem } from '../../core/index.ts';

export const timeoutMs = 10_000;
/** Largest key document that is read, bytes; Microsoft's largest are some 30 kB. */
export const maxBytes = 1_048_576;

/** What one request for a key document brought. */
export type FetchedDocument =
  | {
      readonly kind: 'document';
      readonly value: unknown;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly clockErrorMs: number | null;
      /** By which connection it came; left out: the browser does not tell. */
      readonly connection?: KeyConnection | null;
    }
  | {
      readonly kind: 'not-modified';
      readonly clockErrorMs: number | null;
      readonly connection?: KeyConnection | null;
    }
  | {
      readonly kind: 'problem';
      readonly problem: KeyProblem;
      readonly clockErrorMs: number | null;
    };

export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Asks for a key document: without cookies or referrer, without following redirects, within `timeoutMs` and `maxBytes`,
 * conditionally when validators are known (RFC 9110 section 13.1). Never throws.
 */
export async function fetchDocument(
  url: string,
  validators: Validators,
  fetcher: Fetch,
  nowMs: () => number,
): Promise<FetchedDocument> {
  const startedAtMs = nowMs();
  let response: Response;
  try {
    response = await fetcher(url, {
      headers: conditionsOf(validators),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    return failed(isTimeout(error) ? 'timeout' : 'offline', null);
  }
  const clockErrorMs = readClockError(response.headers, startedAtMs, nowMs());
  if (response.status === 304) return { kind: 'not-modified', clockErrorMs };
  if (!response.ok) return failed('server-error', clockErrorMs);
  try {
    const text = await readText(response);
    if (text === null) return failed('too-large', clockErrorMs);
    return {
      kind: 'document',
      value: JSON.parse(text),
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
      clockErrorMs,
    };
  } catch (error) {
    return failed(isTimeout(error) ? 'timeout' : 'not-a-key-document', clockErrorMs);
  }
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    accept: 'application/json',
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

function failed(problem: KeyProblem, clockErrorMs: number | null): FetchedDocument {
  return { kind: 'problem', problem, clockErrorMs };
}

const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError';

/** Reads the body piece by piece, so that an endless one ends at the bound; null past it. */
async function readText(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Server's clock minus ours, milliseconds, from `Date` (RFC 9110 section 6.6.1, whole seconds) and `Age` (RFC 9111
 * section 5.1), against the middle of the request. Null without a readable `Date`.
 */
export function readClockError(
  headers: Headers,
  startedAtMs: number,
  endedAtMs: number,
): number | null {
  const dateMs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(dateMs)) return null;
  const ageSeconds = Number(headers.get('age') ?? '0');
  const ageMs = Number.isFinite(ageSeconds) && ageSeconds > 0 ? ageSeconds * 1000 : 0;
  return Math.round(dateMs + 500 + ageMs - (startedAtMs + endedAtMs) / 2);
}
