import type { Outcome } from '../../../src/core/index.ts';

export const outcome: Outcome = { outcome: 'unknown' };
