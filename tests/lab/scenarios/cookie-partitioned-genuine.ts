import type { Scenario } from './scenario.ts';

export const cookiePartitionedGenuine: Scenario = {
  id: 'cookie-partitioned-genuine',
  title: 'Genuine, in a partitioned cookie',
  summary: 'The mail service keeps the token in a cookie that counts on this site alone.',
  webmail: 'work',
  door: 'cookie-partitioned',
  verdict: 'verified',
  failing: [],
};
