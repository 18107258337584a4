import { readSeconds } from '../token/claims.ts';
import { clockSkewSeconds } from './clock-skew.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const issuedInFuture: Rule = {
  id: 'issued-in-future',
  severity: 'attention',
  essential: false,
  checks: 'The session was issued in the past',
  title: 'This session says that it will be issued in the future.',
  explanation:
    'A token states when it was issued. This one states a time that has not come yet, compared with the clocks of its issuer’s servers. Forged tokens are sometimes made in advance.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example: 'Payload `{"iat":1795608000, …}`, used a day before that.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.6',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.6',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token, nowSeconds, clockIsKnown }) => {
    const at = readSeconds(token.claims, 'iat');
    if (at === null) return notApplicable;
    if (at <= nowSeconds + clockSkewSeconds) return pass;
    if (!clockIsKnown) return unknown('clock-unknown');
    return fail('attention', [
      { name: 'issued-at', value: String(at) },
      { name: 'seen-at', value: String(Math.floor(nowSeconds)) },
    ]);
  },
};
