import { readAuthorization } from './authorization.ts';
import { type FoundToken, foundAt } from './found.ts';
import { parseJson } from './json.ts';
import { maxCredentialCharacters } from './shapes.ts';
import type { Tally } from './tally.ts';
import { readRecord, walkJson } from './walk-json.ts';

/** Longest line that is kept, characters: more than any credential. What follows is cut, and the core says that it is too long. */
export const maxLineCharacters = maxCredentialCharacters + 1024;

/** Splits a text into lines, whatever ends them. */
export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = chunk.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = (lines.pop() ?? '').slice(0, maxLineCharacters);
    yield* lines.map((line) => line.slice(0, maxLineCharacters));
  }
  if (rest !== '') yield rest;
}

/**
 * Reads one line of a list: a credential, alone or as it stands in a header, or a JSON object `{token, host?, at?}` or with
 * tokens anywhere in it. Empty lines and lines that begin with `#` hold nothing.
 */
export function readLine(line: string, number: number, tally: Tally): readonly FoundToken[] {
  const text = line.trim();
  const place = `line ${number}`;
  if (text === '' || text.startsWith('#')) return [];
  if (text.startsWith('{')) return readJsonLine(text, place, tally);
  const value = text.replace(/^(?:proxy-)?authorization\s*:\s*/i, '');
  const fromHeader = readAuthorization(value);
  if (fromHeader.length > 0) {
    return fromHeader.map(({ credential, presentedAs, proof }) => {
      const token = foundAt(place, credential);
      // Whether a proof was sent beside it is not known.
      return presentedAs === 'dpop'
        ? token
        : {
            ...token,
            context: { ...token.context, presentedAs, proofs: proof === null ? [] : [proof] },
          };
    });
  }
  return [foundAt(place, value)];
}

function readJsonLine(text: string, place: string, tally: Tally): readonly FoundToken[] {
  const value = parseJson(text);
  if (value === undefined) {
    tally.leaveOut('broken-line');
    return [];
  }
  const record = readRecord(value, place, tally);
  if (record !== null) return [record];
  const kind = { presentedAs: 'storage', isAnswer: false } as const;
  return walkJson(value, { name: '', place }, kind, tally);
}
