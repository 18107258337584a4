import type { Scenario } from './scenario.ts';

export const webSocketGenuine: Scenario = {
  id: 'web-socket-genuine',
  title: 'Genuine, in the address of a WebSocket',
  summary: 'The mail page opens a WebSocket with the token in its address.',
  webmail: 'work',
  door: 'web-socket',
  verdict: 'verified',
  failing: [],
};
