import { readSeconds } from '../token/claims.ts';
import { clockSkewSeconds } from './clock-skew.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

/**
 * Not danger: how far this computer's clock is off is measured now and then and may have changed since, and a server that answers
 * without looking at the token at all, as for public files, answers with success too.
 */
export const expiredButAccepted: Rule = {
  id: 'expired-but-accepted',
  severity: 'attention',
  essential: false,
  checks: 'No server accepts the session after it has run out',
  title: 'This session has run out, and the server accepted it all the same.',
  explanation:
    'Every session token carries a time after which it counts no more, and servers refuse it then. This one was used after its time, and the answer was not a refusal. Servers that do not look are what lets stolen sessions live on.',
  remedy:
    'Sign out and sign in again. If the message comes back, tell your IT department which site it was.',
  example: 'Payload `{"exp":1795526100, …}`, sent a day after that, and the server answered 200.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.4',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
    },
    { label: 'RFC 6750 section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1' },
  ],
  needs: ['known-issuer'],
  check: ({ token, context, host, nowSeconds, clockIsKnown }) => {
    if (context.answer !== 'accepted' || context.sentAtMs === null) return notApplicable;
    const expiresAt = readSeconds(token.claims, 'exp');
    if (expiresAt === null) return unknown('claim-missing');
    // Judged as of a later time, a token that was accepted while it lasted has not been accepted after it.
    const usedAt = Math.min(nowSeconds, context.sentAtMs / 1000);
    if (usedAt <= expiresAt + clockSkewSeconds) return pass;
    if (!clockIsKnown) return unknown('clock-unknown');
    return fail('attention', [
      { name: 'expires-at', value: String(expiresAt) },
      { name: 'seen-at', value: String(Math.floor(usedAt)) },
      { name: 'host', value: host },
    ]);
  },
};
