import { readSeconds } from '../token/claims.ts';
import { clockSkewSeconds } from './clock-skew.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const notYetValid: Rule = {
  id: 'not-yet-valid',
  severity: 'attention',
  essential: false,
  checks: 'The session has already begun',
  title: 'This session is used before the time at which it begins.',
  explanation:
    'A token can state from when on it counts. This one is used earlier, compared with the clocks of its issuer’s servers.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example: 'Payload `{"nbf":1795608000, …}`, used a day before that.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.5',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token, nowSeconds, clockIsKnown }) => {
    const at = readSeconds(token.claims, 'nbf');
    if (at === null) return notApplicable;
    if (at <= nowSeconds + clockSkewSeconds) return pass;
    if (!clockIsKnown) return unknown('clock-unknown');
    return fail('attention', [
      { name: 'valid-from', value: String(at) },
      { name: 'seen-at', value: String(Math.floor(nowSeconds)) },
    ]);
  },
};
