import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const expiredRefused: Scenario = {
  id: 'expired-refused',
  title: 'An old session that is refused',
  summary: 'A session that ran out yesterday is used again, and the mail service refuses it.',
  webmail: 'work',
  isRefused: true,
  verdict: 'verified',
  failing: ['token-expired'],
  issue: (genuine, keys) => {
    const yesterday = Math.floor(Date.now() / 1000) - 86_400;
    const times = { iat: yesterday - 4500, nbf: yesterday - 4500, exp: yesterday };
    return signAs(keys.enterprise, changeClaims(genuine, times));
  },
};
