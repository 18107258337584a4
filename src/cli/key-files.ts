import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { issuers, type KeyDocument, parseKeyDocument } from '../core/index.ts';
import { UsageError } from './usage.ts';

/** One recorded answer of a key server. */
export interface RecordedDocument {
  readonly file: string;
  /** Address that it came from. */
  readonly url: string;
  /** When it was observed, milliseconds since the epoch; null when nobody wrote it down. */
  readonly observedAtMs: number | null;
  readonly document: KeyDocument;
}

const tenantForm = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/v2\.0$/;
const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';
const login = 'https://login.microsoftonline.com';

/**
 * Reads what `--keys` names: a recorded document `{url, observed_at, jwks}`, the corpus form `{_observed_at, metadata, jwks}`,
 * a folder of either, or `URL=FILE` for a bare key set.
 * @throws UsageError with a sentence for people, without content of the file
 */
export async function readKeyFiles(
  argument: string,
  warn: (sentence: string) => void,
): Promise<readonly RecordedDocument[]> {
  const named = /^(https:\/\/[^=]+)=(.+)$/.exec(argument);
  if (named) {
    const [, url = '', file = ''] = named;
    const value = readJson(file);
    const set = memberOf(value, 'jwks') ?? value;
    return [await parse(file, url, observedAt(value) ?? null, set)];
  }
  const files = isFolder(argument)
    ? readdirSync(argument)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => join(argument, file))
    : [argument];
  const found: RecordedDocument[] = [];
  for (const file of files) {
    const value = readJson(file);
    const url = addressOf(value);
    if (url === null) {
      warn(`${basename(file)} does not say which address it came from: name it with URL=FILE`);
    } else found.push(await parse(file, url, observedAt(value), memberOf(value, 'jwks') ?? value));
  }
  return found;
}

async function parse(
  file: string,
  url: string,
  observedAtMs: number | null,
  set: unknown,
): Promise<RecordedDocument> {
  const parsed = await parseKeyDocument(url, set);
  if (!parsed.ok) throw new UsageError(`${file} is not a key document`);
  return { file, url, observedAtMs, document: parsed.value };
}

/** The address that a document names, or the one that its keys give away; null when neither is so. */
function addressOf(value: unknown): string | null {
  const named = memberOf(value, 'url') ?? memberOf(memberOf(value, 'metadata'), 'jwks_uri');
  if (typeof named === 'string') return named;
  const keys = memberOf(memberOf(value, 'jwks') ?? value, 'keys');
  if (!Array.isArray(keys) || keys.length === 0) return null;
  const owners = new Set(keys.map((key) => memberOf(key, 'issuer')));
  if (!owners.has(undefined)) return addressOfOwners([...owners]);
  const ids = keys.map((key) => String(memberOf(key, 'kid') ?? ''));
  if (keys.every((key) => memberOf(key, 'x5t') !== undefined))
    return `${login}/common/discovery/keys`;
  if (ids.every((id) => /^[0-9a-f]{40}$/.test(id)))
    return 'https://www.googleapis.com/oauth2/v3/certs';
  return ids.every((id) => /^[0-9A-Za-z]{7,10}$/.test(id))
    ? 'https://appleid.apple.com/auth/keys'
    : null;
}

function addressOfOwners(owners: readonly unknown[]): string {
  const tenants = new Set(owners.map((owner) => tenantForm.exec(String(owner))?.[1] ?? null));
  const [tenant] = tenants;
  if (tenants.size !== 1 || tenant === null || tenant === undefined) {
    return `${login}/common/discovery/v2.0/keys`;
  }
  const place = tenant === consumerTenant ? 'consumers' : tenant;
  return `${login}/${place}/discovery/v2.0/keys`;
}

function observedAt(value: unknown): number | null {
  const text = memberOf(value, 'observed_at') ?? memberOf(value, '_observed_at');
  // A month or a year says too little about when an answer was given.
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text))
    return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the file.
    throw new UsageError(`${file} is not JSON`);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new UsageError(`${path} does not exist`);
  }
}

/** Addresses that some issuer is known to publish at. */
export const knownAddresses: ReadonlySet<string> = new Set(
  issuers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => url)),
);
