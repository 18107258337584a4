import { type Result, refuse, succeed } from '../result.ts';
import type { JsonObject } from './token.ts';

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

/** Reads one JSON object (RFC 8259) from bytes. Proves nothing about its origin. */
export function parseJsonObject(bytes: Uint8Array): Result<ParsedObject, JsonRefusal> {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refuse('utf8-invalid');
  }
  if (exceedsDepth(text)) return refuse('json-too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('json-invalid');
  }
  if (!isObject(value)) return refuse('not-an-object');
  return succeed({ text, object: Object.freeze(value), duplicates: findDuplicates(text) });
}

// JSON.parse yields nothing but JSON values, so an object that is no array is a JsonObject.
function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Measured before JSON.parse, so that hostile nesting never reaches a recursive parser. */
function exceedsDepth(text: string): boolean {
  let depth = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === 34) index = endOfString(text, index);
    else if (code === 123 || code === 91) {
      if (++depth > maxDepth) return true;
    } else if (code === 125 || code === 93) depth--;
    index++;
  }
  return false;
}

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

/** Finds names given twice. The text has passed JSON.parse, so a string followed by a colon is a name. */
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
