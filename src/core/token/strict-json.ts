import { type Result, refuse, succeed } from '../result.ts';
import type { JsonObject, JsonValue } from './token.ts';

/** Deepest nesting that is read; genuine tokens nest two or three levels. */
export const maxDepth = 16;

export type JsonRefusal = 'utf8-invalid' | 'json-invalid' | 'json-too-deep' | 'not-an-object';

export interface ParsedObject {
  readonly text: string;
  readonly object: JsonObject;
  /** Names that occur twice in one object, at any depth (RFC 8259 section 4: parsers disagree which wins), at most eight. */
  readonly duplicates: readonly string[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const maxDuplicates = 8;
const none: readonly string[] = Object.freeze([]);

/** Reads one JSON object (RFC 8259) from bytes. Proves nothing about its origin. */
export function parseJsonObject(bytes: Uint8Array): Result<ParsedObject, JsonRefusal> {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refuse('utf8-invalid');
  }
  const names = countNames(bytes);
  if (names === null) return refuse('json-too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('json-invalid');
  }
  if (!isObject(value)) return refuse('not-an-object');
  const duplicates = names === countMembers(value) ? none : findDuplicates(text);
  return succeed({ text, object: Object.freeze(value), duplicates });
}

// JSON.parse yields nothing but JSON values, so an object that is no array is a JsonObject.
function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * How many names a text gives: in JSON, each is followed by the only colon that stands outside of strings. Null when it nests
 * deeper than `maxDepth`, which is found before JSON.parse, so that hostile nesting never reaches a recursive parser.
 */
function countNames(bytes: Uint8Array): number | null {
  let depth = 0;
  let names = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (byte === 34) {
      for (index++; index < bytes.length && bytes[index] !== 34; index++) {
        if (bytes[index] === 92) index++;
      }
    } else if (byte === 58) names++;
    else if (byte === 123 || byte === 91) {
      if (++depth > maxDepth) return null;
    } else if (byte === 125 || byte === 93) depth--;
  }
  return names;
}

/**
 * How many members objects have, at any depth. A parser keeps one of each name, so fewer than names means that some were given
 * twice. Members that a polluted prototype would add can only make the numbers differ, which costs a search.
 */
function countMembers(value: readonly JsonValue[] | JsonObject): number {
  let count = 0;
  if (isArray(value)) {
    for (const entry of value) {
      if (typeof entry === 'object' && entry !== null) count += countMembers(entry);
    }
    return count;
  }
  // Several times as fast as a list of the members.
  for (const name in value) {
    count++;
    const member = value[name];
    if (typeof member === 'object' && member !== null) count += countMembers(member);
  }
  return count;
}

// Array.isArray does not tell that a read-only array is one.
const isArray = (value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] =>
  Array.isArray(value);

/** Index of the quote that closes the string opened at `start`, or the text's end. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === 92) index++;
    else if (code === 34) return index;
    index++;
  }
  return index;
}

/** Finds which names are given twice. The text has passed JSON.parse, so a string followed by a colon is a name. */
function findDuplicates(text: string): readonly string[] {
  const duplicates: string[] = [];
  const open: (Set<string> | null)[] = [];
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === 34) {
      const end = endOfString(text, index);
      const names = open[open.length - 1];
      if (names && isFollowedByColon(text, end + 1)) {
        const name = readName(text, index, end);
        if (names.has(name) && duplicates.length < maxDuplicates) duplicates.push(name);
        names.add(name);
      }
      index = end;
    } else if (code === 123) open.push(new Set());
    else if (code === 91) open.push(null);
    else if (code === 125 || code === 93) open.pop();
    index++;
  }
  return duplicates;
}

function isFollowedByColon(text: string, from: number): boolean {
  let index = from;
  while (index < text.length && text.charCodeAt(index) <= 32) index++;
  return text.charCodeAt(index) === 58;
}

/** The name between two quotes; escapes are resolved so that `"\u0069ss"` and `"iss"` are the same name. */
function readName(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  if (!raw.includes('\\')) return raw;
  const name: unknown = JSON.parse(text.slice(start, end + 1));
  return typeof name === 'string' ? name : raw;
}
