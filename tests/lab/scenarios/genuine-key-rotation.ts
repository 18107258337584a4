import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const genuineKeyRotation: Scenario = {
  id: 'genuine-key-rotation',
  title: 'Genuine session while keys change',
  summary:
    'The issuer takes a new key into use and stops listing the old one while you are signed in. Nothing is wrong.',
  webmail: 'work',
  verdict: 'verified',
  failing: [],
  renews: true,
  issue: (genuine, keys, count) =>
    signAs(count === 1 ? keys.enterprise : keys.enterpriseNext, changeClaims(genuine, {})),
  keyServer: (keys, issued) => ({
    listed: [issued < 2 ? keys.enterprise : keys.enterpriseNext],
    isDown: false,
  }),
};
