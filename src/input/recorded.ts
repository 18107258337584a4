import type { Inspection } from '../core/index.ts';
import type { TokenGroup } from './collect.ts';
import { looksLikeEvidence, maxEvidenceCharacters, readEvidence } from './evidence.ts';
import { rejoin } from './format.ts';
import { foundAt } from './found.ts';
import type { JudgedUse } from './report.ts';

/** Characters by which saved evidence is told from everything else. */
const beginning = 400;

/** A token of saved evidence, in the form of one that was found and judged. */
export interface Recorded {
  readonly group: TokenGroup;
  readonly judged: readonly [JudgedUse, ...JudgedUse[]];
}

/** @param index the token's number in its file, from 0 */
export function describeRecorded(inspection: Inspection, index: number): Recorded {
  const use = { ...foundAt(`tokens[${index}]`, ''), atMs: inspection.seenAtMs };
  return { group: { seen: 1, uses: [use], all: null }, judged: [{ use, inspection }] };
}

/**
 * Reads a text that may be saved evidence. `recorded` is null for everything else, of which only the beginning was read then; `text` is
 * the whole of it.
 */
export async function openRecorded(chunks: AsyncIterable<string>): Promise<{
  readonly recorded: readonly Recorded[] | null;
  readonly text: AsyncIterable<string>;
}> {
  const iterator = chunks[Symbol.asyncIterator]();
  let text = '';
  // What does not begin like an object is answered while it is still being written.
  while (/^\s*(?:\{|$)/.test(text.slice(0, beginning)) && text.length <= limitOf(text)) {
    const { value, done } = await iterator.next();
    if (done) break;
    text += value;
  }
  const evidence = looksLikeEvidence(text) ? readEvidence(text) : null;
  return { recorded: evidence?.map(describeRecorded) ?? null, text: rejoin(text, iterator) };
}

const limitOf = (text: string): number =>
  looksLikeEvidence(text) ? maxEvidenceCharacters : beginning;
