import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const assertionFormForged: Scenario = {
  id: 'assertion-form-forged',
  title: 'Forged, in a form that asks for another token',
  summary:
    'The page posts the token to the sign-in service in a form, as a reason to be given another one. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'assertion-form',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
