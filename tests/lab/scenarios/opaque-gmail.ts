import type { Scenario } from './scenario.ts';

export const opaqueGmail: Scenario = {
  id: 'opaque-gmail',
  title: 'Gmail, which only its provider can check',
  summary: 'You sign in to Gmail. Its session is made of cookies that only Gmail itself can check.',
  webmail: 'gmail',
  verdict: 'not-inspected',
  binding: 'in-use',
  failing: [],
  says: [
    'Your Gmail session cannot be checked by anyone but its provider',
    'Session cookies that are there: 10',
    'The session is bound to this device',
  ],
};
