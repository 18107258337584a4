import type { Scenario } from './scenario.ts';

export const opaqueProtonMail: Scenario = {
  id: 'opaque-proton-mail',
  title: 'Proton Mail, which only its provider can check',
  summary:
    'You sign in to Proton Mail. Its session is made of cookies that only Proton Mail itself can check.',
  webmail: 'proton-mail',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your Proton Mail session cannot be checked by anyone but its provider',
    'Session cookies that are there: 3',
  ],
};
