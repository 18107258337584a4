import { isStandingAddress, type UseContext } from '../sighting.ts';
import { readSeconds } from '../token/claims.ts';
import { clockSkewSeconds } from './clock-skew.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const tokenExpired: Rule = {
  id: 'token-expired',
  severity: 'attention',
  essential: false,
  checks: 'The session has not run out',
  title: 'This session has run out but is still being used.',
  explanation:
    'Every session token carries a time after which it counts no more. This one was used after its time. A page that slept for long may do that once; a token that keeps being used after its time is unusual.',
  remedy: 'Reload the mail page. If the message stays, sign out and sign in again.',
  example: 'Payload `{"exp":1795526100, …}`, used an hour after that.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.4',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token, context, nowSeconds, clockIsKnown }) => {
    // What is only kept is not used: caches keep old tokens, and cookies the ID token of a sign-in that was made long ago.
    if (context.presentedAs === 'storage' || context.presentedAs === 'cookie') return notApplicable;
    const expiresAt = readSeconds(token.claims, 'exp');
    if (expiresAt === null) return unknown('claim-missing');
    if (nowSeconds <= expiresAt + clockSkewSeconds) return pass;
    // That a server accepted it is a finding of its own.
    if (context.answer === 'accepted' && context.sentAtMs !== null) return notApplicable;
    if (!clockIsKnown) return unknown('clock-unknown');
    return fail(isHarmless(context) ? 'note' : 'attention', [
      { name: 'expires-at', value: String(expiresAt) },
      { name: 'seen-at', value: String(Math.floor(nowSeconds)) },
    ]);
  },
};

/**
 * A page that slept tries its old session once, and the server that refuses it does what it should. A parameter can be the hint of an
 * old sign-in, which may have run out (OpenID Connect Core section 3.1.2.1). A tab keeps the address of its sign-in while it is open.
 */
const isHarmless = (context: UseContext): boolean =>
  context.answer === 'refused' || context.presentedAs === 'parameter' || isStandingAddress(context);
