import type { Scenario } from './scenario.ts';

export const msauth2Genuine: Scenario = {
  id: 'msauth-2-genuine',
  title: 'Genuine, inside an MSAuth 2.0 header',
  summary: 'The token travels inside another header, of its second version.',
  webmail: 'work',
  door: 'msauth-2',
  verdict: 'verified',
  failing: [],
};
