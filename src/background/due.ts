import type { Inspection, Sighting } from '../core/index.ts';

/** A token in use is judged anew after this time: keys are withdrawn, lists of stolen keys grow. */
export const reinspectMs = 3_600_000;
/** A token that is used with proofs of possession is judged anew after this time, because each use brings another proof. */
export const proofReinspectMs = 60_000;
/** What could not be checked is tried again after this time. */
export const retryMs = 30_000;

/** Whether trying again can change the answer: keys can come back, an unknown issuer stays unknown. */
export function mayChange({ outcomes }: Inspection): boolean {
  return outcomes.some((outcome) => {
    if (outcome.outcome === 'fail') return outcome.rule === 'key-not-published';
    return (
      outcome.outcome === 'unknown' &&
      (outcome.reason === 'key-server-unreachable' || outcome.reason === 'key-list-outdated')
    );
  });
}

/** When a token is judged again, if it is seen then. */
export function dueAt(
  { token }: Inspection,
  { context }: Sighting,
  isOpen: boolean,
  nowMs: number,
): number {
  if (isOpen) return nowMs + retryMs;
  const regularMs = nowMs + (context.proofs.length > 0 ? proofReinspectMs : reinspectMs);
  const expiresAtMs = (token?.expiresAtSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  // Judged again once when it has run out, by a rule that allows five minutes.
  return expiresAtMs > nowMs ? Math.min(regularMs, expiresAtMs + 301_000) : regularMs;
}
