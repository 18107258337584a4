import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const cookiePartitionedForged: Scenario = {
  id: 'cookie-partitioned-forged',
  title: 'Forged, in a partitioned cookie',
  summary:
    'The mail service keeps the token in a cookie that counts on this site alone. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'cookie-partitioned',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
