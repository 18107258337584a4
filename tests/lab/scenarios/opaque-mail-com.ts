import type { Scenario } from './scenario.ts';

export const opaqueMailCom: Scenario = {
  id: 'opaque-mail-com',
  title: 'mail.com, which only its provider can check',
  summary:
    'You sign in to mail.com. Its session is made of cookies that only mail.com itself can check.',
  webmail: 'mail-com',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your mail.com session cannot be checked by anyone but its provider',
    'Session cookies that are there: 1',
  ],
};
