import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const expired: Scenario = {
  id: 'expired',
  title: 'An old session',
  summary: 'A session that ran out yesterday is used again, and the mail service does not mind.',
  webmail: 'work',
  verdict: 'attention',
  failing: ['expired-but-accepted'],
  issue: (genuine, keys) => {
    const yesterday = Math.floor(Date.now() / 1000) - 86_400;
    const times = { iat: yesterday - 4500, nbf: yesterday - 4500, exp: yesterday };
    return signAs(keys.enterprise, changeClaims(genuine, times));
  },
};
