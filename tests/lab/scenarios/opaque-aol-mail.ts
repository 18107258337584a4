import type { Scenario } from './scenario.ts';

export const opaqueAolMail: Scenario = {
  id: 'opaque-aol-mail',
  title: 'AOL Mail, which only its provider can check',
  summary:
    'You sign in to AOL Mail. Its session is made of cookies that only AOL Mail itself can check.',
  webmail: 'aol-mail',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your AOL Mail session cannot be checked by anyone but its provider',
    'Nothing is known about the session cookies of this webmail.',
  ],
};
