import type { Scenario } from './scenario.ts';

export const opaqueIdTokenGenuine: Scenario = {
  id: 'opaque-id-token-genuine',
  title: 'Gmail, with a genuine proof of who signed in',
  summary:
    'A genuine ID token of Google is posted to Gmail. It proves who signed in, and says nothing about the session that follows.',
  webmail: 'gmail',
  verdict: 'not-inspected',
  door: 'form-post',
  failing: [],
  says: [
    'Your Gmail session cannot be checked by anyone but its provider',
    'A proof of who signed in was seen, and it is genuine.',
  ],
};
