/** What was seen and deliberately not judged, or could not be read. */
export type LeftOut =
  /** Refresh tokens: nobody but their issuer can say anything about them. */
  | 'refresh-token'
  /** What a client signs about itself, such as a client assertion or a device's proof: nobody issued it to a session. */
  | 'own-proof'
  /** A JSON file that ends too early or breaks off. */
  | 'broken-file'
  /** Lines of a list of JSON objects that are no JSON. */
  | 'broken-line'
  /** Pieces of a file above `maxPartCharacters`, and values above `maxCredentialCharacters` under a token's name. */
  | 'too-large'
  /** Members below `maxDepth`. */
  | 'too-deep'
  /** Uses of one token beyond `maxUses`. */
  | 'use-beyond-bound';

/** Counts what was left out, so that nothing is left out silently. */
export interface Tally {
  readonly leaveOut: (what: LeftOut) => void;
  readonly counts: () => ReadonlyMap<LeftOut, number>;
}

export function createTally(): Tally {
  const counts = new Map<LeftOut, number>();
  return {
    leaveOut: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    counts: () => counts,
  };
}

/** Whether something could not be read that might have been a token. */
export const isIncomplete = (tally: Tally): boolean =>
  [...tally.counts().keys()].some((what) => what !== 'refresh-token' && what !== 'own-proof');
