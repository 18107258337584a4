import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const dpopOtherKey: Scenario = {
  id: 'dpop-other-key',
  title: 'A token in the hands of somebody without its key',
  summary:
    'A token that is bound to a key was taken, and is used with a proof that another key made.',
  webmail: 'work',
  door: 'dpop',
  proofForgery: 'other-key',
  verdict: 'danger',
  failing: ['proof-for-other-token'],
  issue: (genuine, keys) =>
    signAs(keys.enterprise, changeClaims(genuine, { cnf: { jkt: keys.device.thumbprint } })),
};
