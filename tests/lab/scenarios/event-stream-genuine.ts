import type { Scenario } from './scenario.ts';

export const eventStreamGenuine: Scenario = {
  id: 'event-stream-genuine',
  title: 'Genuine, in the address of an event stream',
  summary: 'The mail page listens to an event stream with the token in its address.',
  webmail: 'work',
  door: 'event-stream',
  verdict: 'verified',
  failing: [],
};
