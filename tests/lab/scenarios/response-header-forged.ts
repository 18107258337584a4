import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const responseHeaderForged: Scenario = {
  id: 'response-header-forged',
  title: 'Forged, in the header of an answer',
  summary:
    'The mail service renews the token in the header of an answer. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'response-header',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
