import type { Verdict } from '../core/index.ts';

/** What the program's exit code says. */
export const exitCodes = {
  /** Everything was looked at, and nothing was unusual. */
  fine: 0,
  /** Wrong options, a file that cannot be read, an error. */
  failed: 1,
  /** Something is unusual. */
  attention: 2,
  /** Something is forged. */
  danger: 3,
} as const;

/** The exit code for the worst of these verdicts. */
export function exitCodeOf(verdicts: readonly Verdict[]): number {
  if (verdicts.includes('danger')) return exitCodes.danger;
  return verdicts.includes('attention') ? exitCodes.attention : exitCodes.fine;
}
