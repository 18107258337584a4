import type { RuleOutcome } from '../../core/index.ts';
import type { KnownClaim } from './claim.ts';
import { type FailedOutcome, placesOf } from './places.ts';

/** One claim or header member as it is shown. */
export interface ClaimRow {
  /** Where several claims can be meant, all of them; the token has one at least. Hostile where they come from a token. */
  readonly names: readonly string[];
  /** Hostile. */
  readonly value: string;
  /** The value as a time, seconds since the epoch; null where it is none. */
  readonly seconds: number | null;
  /** Null: nothing is known about it. */
  readonly known: Pick<KnownClaim, 'id' | 'spec'> | null;
}

/** Findings by the row that they concern, and those that concern the token as a whole, or a claim that is not shown. */
export interface PlacedFindings {
  readonly at: (row: ClaimRow) => readonly FailedOutcome[];
  readonly ofWhole: readonly FailedOutcome[];
}

/** What failed, in the order of the rules. */
export const listFailed = (outcomes: readonly RuleOutcome[]): readonly FailedOutcome[] =>
  outcomes.filter((outcome): outcome is FailedOutcome => outcome.outcome === 'fail');

/** Puts every finding where it belongs. */
export function placeFindings(
  outcomes: readonly RuleOutcome[],
  rows: readonly ClaimRow[],
): PlacedFindings {
  const placed = listFailed(outcomes).map((finding) => ({ finding, places: placesOf(finding) }));
  const isShown = (place: string) => rows.some(({ names }) => names.includes(place));
  return {
    at: ({ names }) =>
      placed
        .filter(({ places }) => names.some((name) => places.includes(name)))
        .map(({ finding }) => finding),
    ofWhole: placed.filter(({ places }) => !places.some(isShown)).map(({ finding }) => finding),
  };
}
