import type { Scenario } from './scenario.ts';

export const opaqueGmx: Scenario = {
  id: 'opaque-gmx',
  title: 'GMX, which only its provider can check',
  summary: 'You sign in to GMX. Its session is made of cookies that only GMX itself can check.',
  webmail: 'gmx',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your GMX session cannot be checked by anyone but its provider',
    'Session cookies that are there: 1',
  ],
};
