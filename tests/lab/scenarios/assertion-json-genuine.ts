import type { Scenario } from './scenario.ts';

export const assertionJsonGenuine: Scenario = {
  id: 'assertion-json-genuine',
  title: 'Genuine, in JSON that asks for another token',
  summary:
    'The page posts the token to the sign-in service in JSON, as a reason to be given another one.',
  webmail: 'work',
  door: 'assertion-json',
  verdict: 'verified',
  failing: [],
};
