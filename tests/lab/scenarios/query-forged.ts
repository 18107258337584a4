import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const queryForged: Scenario = {
  id: 'query-forged',
  title: 'Forged, in the query of a redirect',
  summary:
    'The sign-in service sends the ID token to the mail service in the query of an address, which no page is shown under. It is signed with a key for private accounts.',
  webmail: 'work',
  door: 'query',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
