import { changeClaims, signWithHeaderNonce } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const headerNonce: Scenario = {
  id: 'header-nonce',
  title: 'Genuine session in the form of Microsoft Graph',
  summary:
    'The session carries a nonce in its header, which makes ordinary checkers call it broken. It is genuine.',
  webmail: 'work',
  verdict: 'verified',
  failing: [],
  issue: (genuine, keys) => signWithHeaderNonce(keys.enterprise, changeClaims(genuine, {})),
};
