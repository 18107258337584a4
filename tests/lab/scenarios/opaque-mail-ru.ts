import type { Scenario } from './scenario.ts';

export const opaqueMailRu: Scenario = {
  id: 'opaque-mail-ru',
  title: 'Mail.ru, which only its provider can check',
  summary:
    'You sign in to Mail.ru. Its session is made of cookies that only Mail.ru itself can check.',
  webmail: 'mail-ru',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your Mail.ru session cannot be checked by anyone but its provider',
    'Session cookies that are there: 2',
  ],
};
