import type { Scenario } from './scenario.ts';

export const assertionFormGenuine: Scenario = {
  id: 'assertion-form-genuine',
  title: 'Genuine, in a form that asks for another token',
  summary:
    'The page posts the token to the sign-in service in a form, as a reason to be given another one.',
  webmail: 'work',
  door: 'assertion-form',
  verdict: 'verified',
  failing: [],
};
