import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const keyNotPublished: Scenario = {
  id: 'key-not-published',
  title: 'A key that nobody published',
  summary: 'An attacker signs a session with a key of their own making.',
  webmail: 'work',
  verdict: 'attention',
  failing: ['key-not-published'],
  issue: (genuine, keys) => signAs(keys.attacker, changeClaims(genuine, {})),
};
