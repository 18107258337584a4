import type { Scenario } from './scenario.ts';

export const opaqueFastmail: Scenario = {
  id: 'opaque-fastmail',
  title: 'Fastmail, which only its provider can check',
  summary:
    'You sign in to Fastmail. Its session is made of cookies that only Fastmail itself can check.',
  webmail: 'fastmail',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your Fastmail session cannot be checked by anyone but its provider',
    'Session cookies that are there: 2',
    'No sign was seen that the session is bound to this device.',
  ],
};
