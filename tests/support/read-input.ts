import type { TokenGroup } from '../../src/input/collect.ts';
import type { FoundToken } from '../../src/input/found.ts';
import { readTokens } from '../../src/input/read-tokens.ts';
import { createTally, type LeftOut } from '../../src/input/tally.ts';

/** Something with the form of a compact token, different for every name; nothing in it is real. */
export const tokenNamed = (name: string): string => {
  const encode = (text: string) => Buffer.from(text).toString('base64url');
  return `${encode('{"alg":"RS256"}')}.${encode(JSON.stringify({ name }))}.${encode(`signature of ${name}`)}`;
};

export interface ReadInput {
  readonly groups: readonly TokenGroup[];
  /** All uses of all groups. */
  readonly uses: readonly FoundToken[];
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
  readonly clockErrorsMs: readonly number[];
}

/** Reads a text as the program would read a file, in pieces of some length. */
export async function readInput(text: string, pieceLength = 1 << 20): Promise<ReadInput> {
  const tally = createTally();
  const clockErrorsMs: number[] = [];
  const groups: TokenGroup[] = [];
  const reading = {
    tally,
    onClockError: (errorMs: number) => void clockErrorsMs.push(errorMs),
    onFound: () => {},
  };
  for await (const group of readTokens(pieces(text, pieceLength), reading)) groups.push(group);
  return {
    groups,
    uses: groups.flatMap(({ uses }) => uses),
    leftOut: Object.fromEntries(tally.counts()),
    clockErrorsMs,
  };
}

export async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}
