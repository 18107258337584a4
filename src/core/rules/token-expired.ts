import { readSeconds } from '../token/claims.ts';
import { clockSkewSeconds } from './clock-skew.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';

export const tokenExpired: Rule = {
  id: 'token-expired',
  severity: 'attention',
  essential: false,
  checks: 'The session has not run out',
  title: 'This session has run out but is still being used.',
  explanation:
    'Every session token carries a time after which it counts no more. This one was used after its time. A page that slept for long may do that once; a token that keeps being used after its time is unusual.',
  remedy: 'Reload the mail page. If the message stays, sign out and sign in again.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.4',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token, nowSeconds, clockIsKnown }) => {
    const expiresAt = readSeconds(token.claims, 'exp');
    if (expiresAt === null) return unknown('claim-missing');
    if (nowSeconds <= expiresAt + clockSkewSeconds) return pass;
    if (!clockIsKnown) return unknown('clock-unknown');
    return fail('attention', [
      { name: 'expires-at', value: String(expiresAt) },
      { name: 'seen-at', value: String(Math.floor(nowSeconds)) },
    ]);
  },
};
