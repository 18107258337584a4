import { readBase64Text } from './bytes.ts';
import { type FoundToken, foundAt } from './found.ts';
import { parseJson } from './json.ts';
import { findInParameters, readForm } from './parameters.ts';
import { looksCompact } from './shapes.ts';
import type { Tally } from './tally.ts';
import { walkJson } from './walk-json.ts';

/** The content of a request or an answer. */
export interface Body {
  readonly text: string;
  /** As recorded; empty when not. */
  readonly mimeType: string;
  readonly isBase64: boolean;
  readonly place: string;
}

/** Types whose content is searched. Pages and scripts are not: documentation is full of sample tokens. */
const searched = /json|x-www-form-urlencoded|multipart\/form-data|application\/jwt|text\/plain/i;
const multipart = /name="([^"\r\n]{1,200})"(?:\r?\n[^\r\n]+)*\r?\n\r?\n([^\r\n]*)/g;

/** Credentials in a body: a form, JSON, or nothing but a token. */
export function findInBody(
  body: Body | null,
  presentedAs: 'parameter' | 'unknown',
  tally: Tally,
): readonly FoundToken[] {
  if (body === null || (body.mimeType !== '' && !searched.test(body.mimeType))) return [];
  const { place, mimeType } = body;
  const text = body.isBase64 ? readBase64Text(body.text) : body.text;
  if (/^\s*[{[]/.test(text)) {
    const kind = { presentedAs, isAnswer: true };
    return walkJson(parseJson(text), { name: '', place }, kind, tally);
  }
  if (/multipart/i.test(mimeType)) {
    const pairs = [...text.matchAll(multipart)].map(([, name = '', value = '']) => ({
      name,
      value,
      place,
    }));
    return findInParameters(pairs, tally);
  }
  if (looksCompact(text.trim())) return [foundAt(place, text.trim())];
  return /urlencoded/i.test(mimeType) || mimeType === ''
    ? findInParameters(readForm(text, place), tally)
    : [];
}
