/** Longest list of parameters that is read, characters: two credentials of the longest kind and their names. */
export const maxParametersLength = 140_000;
/** Most parameters of one header; genuine ones have three. */
export const maxParameters = 16;

export interface AuthParam {
  /** Lower case: names have no case (RFC 9110 section 11.2). */
  readonly name: string;
  readonly value: string;
}

/**
 * Reads the parameters of an `Authorization` value (RFC 9110 section 11.2): names with `=` and a quoted text (section 5.6.4) or
 * a bare one, between commas. Clients also write `Bearer` and a token without quotes, so a bare value goes on to the next comma.
 * Names that come twice are both kept. Null for anything else and past the bounds. Linear in the length.
 */
export function readAuthParams(text: string): readonly AuthParam[] | null {
  if (text.length > maxParametersLength) return null;
  const params: AuthParam[] = [];
  let at = 0;
  for (;;) {
    at = skip(text, at, isSpaceOrComma);
    if (at >= text.length) return params;
    const nameEnd = skip(text, at, isNameLetter);
    const name = text.slice(at, nameEnd).toLowerCase();
    const equals = skip(text, nameEnd, isSpace);
    if (name === '' || text[equals] !== '=' || params.length >= maxParameters) return null;
    const start = skip(text, equals + 1, isSpace);
    const value = text[start] === '"' ? readQuoted(text, start + 1) : readBare(text, start);
    if (value === null) return null;
    at = skip(text, value.end, isSpace);
    if (at < text.length && text[at] !== ',') return null;
    params.push({ name, value: value.text });
  }
}

interface Value {
  readonly text: string;
  /** Index after it. */
  readonly end: number;
}

/** A quoted text whose opening quote stands before `start`; a backslash stands for what follows it. */
export function readQuoted(text: string, start: number): Value | null {
  let value = '';
  let from = start;
  for (let at = start; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === '"') return { text: value + text.slice(from, at), end: at + 1 };
    if (letter === '\\') {
      value += text.slice(from, at);
      from = ++at;
    }
    if (isControl(text[at] ?? '')) return null;
  }
  return null;
}

const bareLetters = /^[\w.~+/=: -]+$/;

function readBare(text: string, start: number): Value | null {
  const comma = text.indexOf(',', start);
  const end = comma < 0 ? text.length : comma;
  const value = text.slice(start, end).trim();
  return bareLetters.test(value) ? { text: value, end } : null;
}

function skip(text: string, from: number, isSkipped: (letter: string) => boolean): number {
  let at = from;
  while (at < text.length && isSkipped(text[at] ?? '')) at++;
  return at;
}

export const isSpace = (letter: string): boolean => letter === ' ' || letter === '\t';
const isSpaceOrComma = (letter: string): boolean => letter === ',' || isSpace(letter);
/** RFC 9110 section 5.6.2. */
export const isNameLetter = (letter: string): boolean => /[\w!#$%&'*+.^`|~-]/.test(letter);
const isControl = (letter: string): boolean =>
  (letter < ' ' && letter !== '\t') || letter === '\x7f';
