import type { Scenario } from './scenario.ts';

export const frameGenuine: Scenario = {
  id: 'frame-genuine',
  title: 'Genuine, in a frame',
  summary: 'The mail page asks for mail from a frame inside of it.',
  webmail: 'work',
  door: 'frame',
  verdict: 'verified',
  failing: [],
};
