import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const dpopOtherRequest: Scenario = {
  id: 'dpop-other-request',
  title: 'A proof that was made for something else',
  summary:
    'A token that is bound to a key is used with a proof that somebody made for another address.',
  webmail: 'work',
  door: 'dpop',
  proofForgery: 'other-request',
  verdict: 'attention',
  failing: ['proof-for-other-request'],
  issue: (genuine, keys) =>
    signAs(keys.enterprise, changeClaims(genuine, { cnf: { jkt: keys.device.thumbprint } })),
};
