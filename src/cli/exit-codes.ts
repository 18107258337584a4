import type { Verdict } from '../core/index.ts';

/** What the program's exit code says. */
export const exitCodes = {
  /** Everything was looked at, and nothing was unusual. What could not be checked is told, and is no finding. */
  fine: 0,
  /** Wrong options, a file that cannot be read or not to its end, an error. */
  failed: 1,
  /** Something is unusual. */
  attention: 2,
  /** Something is forged. */
  danger: 3,
  /** Ended by Ctrl-C: 128 and the number of the signal, as shells expect. */
  stopped: 130,
} as const;

/** The exit code for the worst of these verdicts; `failed` when nothing was found in an input that was not read to its end. */
export function exitCodeOf(verdicts: readonly Verdict[], isIncomplete = false): number {
  if (verdicts.includes('danger')) return exitCodes.danger;
  if (verdicts.includes('attention')) return exitCodes.attention;
  return isIncomplete ? exitCodes.failed : exitCodes.fine;
}
