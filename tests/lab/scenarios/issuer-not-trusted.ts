import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const issuerNotTrusted: Scenario = {
  id: 'issuer-not-trusted',
  title: 'Accepted, though its issuer is not trusted',
  summary:
    'The mail service says whose sessions it trusts, and then accepts one that Google has signed.',
  webmail: 'work',
  asksFirst: true,
  verdict: 'attention',
  failing: ['issuer-unexpected', 'issuer-not-trusted'],
  issue: (genuine, keys) =>
    signAs(keys.google, changeClaims(genuine, { iss: 'https://accounts.google.com' })),
};
