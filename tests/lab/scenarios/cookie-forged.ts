import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const cookieForged: Scenario = {
  id: 'cookie-forged',
  title: 'Forged, in a cookie',
  summary:
    'The mail service keeps the token in a cookie that the page’s own code cannot read. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'cookie',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
