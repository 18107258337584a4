import type { Verdict } from '../inspection.ts';

/** From least to most alarming. */
export const verdictOrder: readonly Verdict[] = [
  'not-inspected',
  'verified',
  'undetermined',
  'attention',
  'danger',
];

/** The verdict of a group of tokens: the worst of theirs; `not-inspected` for none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  const worst = verdicts.reduce((max, verdict) => Math.max(max, verdictOrder.indexOf(verdict)), 0);
  return verdictOrder[worst] ?? 'not-inspected';
}
