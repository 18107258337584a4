import { memberOf, parseJson } from './json.ts';

/** Most characters that are looked at to tell what an input is. */
export const maxPeekCharacters = 4 * 1024 * 1024;

/**
 * Tells JSON from a list of lines by its beginning. A first line that is a whole JSON object, with more lines after it or with a
 * `token` of its own, begins a list. Gives the text back whole.
 */
export async function readFormat(
  chunks: AsyncIterable<string>,
): Promise<{ readonly format: 'json' | 'list'; readonly text: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let start = '';
  let isWhole = false;
  while (start.length < maxPeekCharacters && !isWhole) {
    const { value, done } = await iterator.next();
    if (done) isWhole = true;
    else start += value;
    // A list is answered while it is still being written.
    if (/^\s*[^\s{[]/.test(start)) break;
  }
  return { format: formatOf(start, isWhole), text: rejoin(start, iterator) };
}

function formatOf(start: string, isWhole: boolean): 'json' | 'list' {
  const text = start.trimStart();
  if (!/^[{[]/.test(text)) return 'list';
  const end = text.indexOf('\n');
  const isOneLine = end < 0 || text.slice(end).trim() === '';
  if (isOneLine && !isWhole) return 'json';
  const first = parseJson(isOneLine ? text : text.slice(0, end));
  if (first === undefined || Array.isArray(first)) return 'json';
  return isOneLine && memberOf(first, 'token') === undefined ? 'json' : 'list';
}

/** A text whose beginning was looked at, whole again. */
export async function* rejoin(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return;
    yield value;
  }
}
