import type { Scenario } from './scenario.ts';

export const cookieGenuine: Scenario = {
  id: 'cookie-genuine',
  title: 'Genuine, in a cookie',
  summary: 'The mail service keeps the token in a cookie that the page’s own code cannot read.',
  webmail: 'work',
  door: 'cookie',
  verdict: 'verified',
  failing: [],
};
