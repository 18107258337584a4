import type { Scenario } from './scenario.ts';

export const opaqueIcloudMail: Scenario = {
  id: 'opaque-icloud-mail',
  title: 'iCloud Mail, which only its provider can check',
  summary:
    'You sign in to iCloud Mail. Its session is made of cookies that only iCloud Mail itself can check.',
  webmail: 'icloud-mail',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your iCloud Mail session cannot be checked by anyone but its provider',
    'Session cookies that are there: 5',
  ],
};
