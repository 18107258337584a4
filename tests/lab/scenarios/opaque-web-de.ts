import type { Scenario } from './scenario.ts';

export const opaqueWebDe: Scenario = {
  id: 'opaque-web-de',
  title: 'WEB.DE, which only its provider can check',
  summary:
    'You sign in to WEB.DE. Its session is made of cookies that only WEB.DE itself can check.',
  webmail: 'web-de',
  verdict: 'not-inspected',
  failing: [],
  says: [
    'Your WEB.DE session cannot be checked by anyone but its provider',
    'Session cookies that are there: 1',
  ],
};
