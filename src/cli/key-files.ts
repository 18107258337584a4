import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Result, redactText, refuse, succeed } from '../core/index.ts';
import { parseJson } from '../input/json.ts';
import { type AddedKeys, nothingAdded } from '../input/keys/added-keys.ts';
import { canonicalAddress, isUsed } from '../input/keys/key-address.ts';
import {
  maxKeyFileBytes,
  type NoDocument,
  type RecordedDocument,
  readRecorded,
} from '../input/keys/recorded-document.ts';
import { readCertificates } from './google-certificates.ts';
import { showArgument, UsageError } from './usage.ts';

/** Most files of one folder. */
export const maxKeyFiles = 20_000;

type Warn = (sentence: string) => void;

/**
 * Reads what `--keys` names: a recorded document `{url, observed_at, jwks}`, the corpus form `{_observed_at, metadata, jwks}`,
 * a folder of either and of folders of them, or `URL=FILE` for a bare key set. A file of a folder that is no key document, or does
 * not say where it came from, is left out with a warning. Of an added issuer, its discovery document may stand there too: it says where
 * the keys came from.
 * @throws UsageError with a sentence for people, without content of the file
 */
export async function readKeyFiles(
  argument: string,
  warn: Warn,
  added: AddedKeys = nothingAdded,
): Promise<readonly RecordedDocument[]> {
  const named = splitNamed(argument);
  if (named !== null) return readNamed(named, warn, added);
  if (isFolder(argument)) return readFolder(argument, null, warn, added);
  const read = await readOne(argument, null, added);
  if (typeof read !== 'string') return [read];
  if (read === 'discovery') return [];
  if (read !== 'no-address') throw new UsageError(`${showArgument(argument)} ${sentences[read]}`);
  warn(`${basename(argument)} ${sentences[read]}`);
  return [];
}

/** Why a file is not used. `discovery`: it is an added issuer's discovery document, which has been noted. */
type Refusal = 'unreadable' | 'too-large' | 'not-json' | NoDocument | 'discovery';

const sentences: Readonly<Record<Exclude<Refusal, 'discovery'>, string>> = {
  unreadable: 'cannot be read',
  'too-large': 'is too large for a key document',
  'not-json': 'is not JSON',
  'not-keys': 'is not a key document',
  'no-address': 'does not say which address it came from: name it with URL=FILE',
};

interface Named {
  readonly url: string;
  readonly file: string;
}

/** An address can hold `=` itself, so the first one that is followed by a file that exists divides. */
function splitNamed(argument: string): Named | null {
  if (!/^https?:\/\//i.test(argument) || !argument.includes('=')) return null;
  const splits = [...argument.matchAll(/=/g)].map(({ index }) => ({
    url: argument.slice(0, index),
    file: argument.slice(index + 1),
  }));
  return splits.find(({ file }) => existsSync(file)) ?? splits[0] ?? null;
}

async function readNamed(
  { url, file }: Named,
  warn: Warn,
  added: AddedKeys,
): Promise<readonly RecordedDocument[]> {
  const address = canonicalAddress(url);
  // A mistyped address would look like keys that verify nothing.
  const isAdded = added.namesOf(address)[0] !== address;
  if (!isUsed(address) && !isAdded)
    warn(`no issuer that is known publishes its keys at ${redactText(url)}`);
  if (isFolder(file)) return readFolder(file, address, warn, added);
  const read = await readOne(file, address, added);
  if (read === 'discovery') return [];
  if (typeof read === 'string') throw new UsageError(`${showArgument(file)} ${sentences[read]}`);
  return [read];
}

async function readFolder(
  folder: string,
  url: string | null,
  warn: Warn,
  added: AddedKeys,
): Promise<readonly RecordedDocument[]> {
  const files = listFiles(folder);
  if (files.length > maxKeyFiles) throw new UsageError('the folder has too many files');
  const found: RecordedDocument[] = [];
  const refused = new Map<Exclude<Refusal, 'discovery'>, string[]>();
  for (const file of files) {
    const read = await readOne(file, url, added);
    if (read === 'discovery') continue;
    if (typeof read !== 'string') found.push(read);
    else refused.set(read, [...(refused.get(read) ?? []), basename(file)]);
  }
  for (const [refusal, names] of refused) {
    const shown = names.slice(0, 5).join(', ');
    const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
    warn(`left out: ${shown}${more}: ${sentences[refusal]}`);
  }
  return found;
}

/** Files of a folder and of the folders in it, in the order of their names. Hidden ones are not meant. */
function listFiles(folder: string): readonly string[] {
  const list = (path: string, levels: number): readonly string[] =>
    readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry): readonly string[] => {
        const inner = join(path, entry.name);
        if (entry.isFile()) return [inner];
        return entry.isDirectory() && levels > 0 ? list(inner, levels - 1) : [];
      });
  try {
    return list(folder, 1);
  } catch {
    throw new UsageError(`${showArgument(folder)} cannot be read`);
  }
}

async function readOne(
  file: string,
  url: string | null,
  added: AddedKeys,
): Promise<RecordedDocument | Refusal> {
  const content = readContent(file);
  if (!content.ok) return content.code;
  const isNoted = added.note(content.value);
  const read = await readRecorded(content.value, basename(file), url, readCertificates);
  if (typeof read !== 'string') return { ...read, file };
  return isNoted && read === 'not-keys' ? 'discovery' : read;
}

function readContent(file: string): Result<unknown, Refusal> {
  try {
    if (statSync(file).size > maxKeyFileBytes) return refuse('too-large');
    const value = parseJson(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    return value === undefined ? refuse('not-json') : succeed(value);
  } catch {
    return refuse('unreadable');
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new UsageError(`${showArgument(path)} does not exist`);
  }
}
