import type { Scenario } from './scenario.ts';

export const opaqueYahooMail: Scenario = {
  id: 'opaque-yahoo-mail',
  title: 'Yahoo Mail, which only its provider can check',
  summary:
    'You sign in to Yahoo Mail. Its session is made of cookies that only Yahoo Mail itself can check.',
  webmail: 'yahoo-mail',
  verdict: 'not-inspected',
  binding: 'offered',
  failing: [],
  says: [
    'Your Yahoo Mail session cannot be checked by anyone but its provider',
    'Session cookies that are there: 2',
    'The provider offers to bind the session to this device.',
  ],
};
