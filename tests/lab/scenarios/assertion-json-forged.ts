import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const assertionJsonForged: Scenario = {
  id: 'assertion-json-forged',
  title: 'Forged, in JSON that asks for another token',
  summary:
    'The page posts the token to the sign-in service in JSON, as a reason to be given another one. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'assertion-json',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
