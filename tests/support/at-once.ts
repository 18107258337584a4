import type { Patiently } from '../../src/background/sources/source.ts';

/** Lets no page go first. */
export const atOnce =
  (nowMs: () => number): Patiently =>
  (look) =>
  (seen) =>
    look(seen, nowMs());
