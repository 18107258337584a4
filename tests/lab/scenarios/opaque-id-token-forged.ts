import { replacePayload } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const opaqueIdTokenForged: Scenario = {
  id: 'opaque-id-token-forged',
  title: 'Gmail, with a forged proof of who signed in',
  summary:
    'An ID token that is posted to Gmail was changed after Google had signed it: it names somebody else.',
  webmail: 'gmail',
  verdict: 'danger',
  door: 'form-post',
  failing: ['signature-invalid'],
  issue: (genuine) => replacePayload(genuine, { sub: '110000000000000000002' }),
};
