import type { LeftOut, Tally } from '../input/tally.ts';

const sentences: Readonly<Record<LeftOut, (count: string) => string>> = {
  'refresh-token': (count) => `${count} refresh tokens were left out: only their issuer knows them`,
  'own-proof': (count) =>
    `${count} proofs that a client or a device signed about itself were left out`,
  'broken-file': () => 'the file is not complete JSON: only what stood before the break was read',
  'broken-line': (count) => `${count} lines are not JSON and were left out`,
  'too-large': (count) => `${count} pieces of the file are too large and were left out`,
  'too-deep': (count) => `${count} members are too deep in the file and were left out`,
  'use-beyond-bound': (count) => `${count} further uses of the same tokens were not judged apart`,
};

/** Sentences for people about what was left out. */
export function describeTally(tally: Tally): readonly string[] {
  return [...tally.counts()].map(([what, count]) => sentences[what](String(count)));
}

/** A sentence about a recording computer whose clock was wrong by `errorMs`. */
export function describeClockError(errorMs: number): string {
  const minutes = (Math.abs(errorMs) / 60_000).toFixed(0);
  const direction = errorMs > 0 ? 'slow' : 'fast';
  return `the clock of the recording computer was ${minutes} minutes ${direction}: times are corrected`;
}
