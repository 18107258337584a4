import type { Verdict } from '../../../src/core/index.ts';

export const verdict: Verdict = 'probably-fine';
