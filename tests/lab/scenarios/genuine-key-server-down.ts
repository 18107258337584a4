import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const genuineKeyServerDown: Scenario = {
  id: 'genuine-key-server-down',
  title: 'Genuine session while the key server is down',
  summary:
    'Your session is genuine, but the issuer’s key server does not answer, so nobody can check it just now.',
  webmail: 'work',
  verdict: 'undetermined',
  failing: [],
  issue: (genuine, keys) => signAs(keys.enterpriseUnseen, changeClaims(genuine, {})),
  keyServer: (keys) => ({ listed: [keys.enterprise, keys.enterpriseUnseen], isDown: true }),
};
