import type { Scenario } from './scenario.ts';

export const opaqueZohoMail: Scenario = {
  id: 'opaque-zoho-mail',
  title: 'Zoho Mail, which only its provider can check',
  summary:
    'You sign in to Zoho Mail. Its session is made of cookies that only Zoho Mail itself can check.',
  webmail: 'zoho-mail',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your Zoho Mail session cannot be checked by anyone but its provider',
    'Session cookies that are there: 5',
  ],
};
