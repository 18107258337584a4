import type { Verdict } from '../../../core/index.ts';

/** Nothing was counted yet. */
export const noCounts = (): Record<Verdict, number> => ({
  danger: 0,
  attention: 0,
  undetermined: 0,
  'not-inspected': 0,
  verified: 0,
});
