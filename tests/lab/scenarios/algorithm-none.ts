import { stripSignature } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const algorithmNone: Scenario = {
  id: 'algorithm-none',
  title: 'A session without a signature',
  summary: 'An attacker removes the signature and says that none is needed.',
  webmail: 'work',
  verdict: 'danger',
  failing: ['alg-none', 'alg-not-allowed'],
  issue: (genuine) => stripSignature(genuine),
};
