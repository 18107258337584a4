import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const dpopGenuine: Scenario = {
  id: 'dpop-genuine',
  title: 'Genuine, bound to this browser',
  summary:
    'Each request brings a proof that this browser holds the key that the token is bound to.',
  webmail: 'work',
  door: 'dpop',
  verdict: 'verified',
  failing: [],
  issue: (genuine, keys) =>
    signAs(keys.enterprise, changeClaims(genuine, { cnf: { jkt: keys.device.thumbprint } })),
};
