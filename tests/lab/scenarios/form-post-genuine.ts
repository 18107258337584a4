import type { Scenario } from './scenario.ts';

export const formPostGenuine: Scenario = {
  id: 'form-post-genuine',
  title: 'Genuine, posted by the sign-in',
  summary: 'The sign-in service posts an ID token to the mail service, and no page ever holds it.',
  webmail: 'work',
  door: 'form-post',
  verdict: 'verified',
  failing: [],
};
