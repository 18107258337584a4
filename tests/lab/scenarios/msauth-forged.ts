import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const msauthForged: Scenario = {
  id: 'msauth-forged',
  title: 'Forged, inside an MSAuth header',
  summary:
    'The token travels inside another header, beside a second one. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'msauth',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
