import type { Scenario } from './scenario.ts';

export const opaqueYandexMail: Scenario = {
  id: 'opaque-yandex-mail',
  title: 'Yandex Mail, which only its provider can check',
  summary:
    'You sign in to Yandex Mail. Its session is made of cookies that only Yandex Mail itself can check.',
  webmail: 'yandex-mail',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your Yandex Mail session cannot be checked by anyone but its provider',
    'Session cookies that are there: 2',
  ],
};
