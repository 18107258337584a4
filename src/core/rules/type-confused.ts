import type { Presentation } from '../sighting.ts';
import { readMember } from '../token/claims.ts';
import type { UnverifiedToken } from '../token/token.ts';
import { readTokenKind } from '../token/token-kind.ts';
import { fail, notApplicable, type Outcome, pass, type Rule } from './rule.ts';

export const typeConfused: Rule = {
  id: 'type-confused',
  severity: 'attention',
  essential: false,
  checks: 'The session token is of the kind that is used for this',
  title: 'This is not a session token, yet it is used as one.',
  explanation:
    'Tokens for signing in or out, for proving possession of a key, or for announcing events look like session tokens but are made for something else. A server that does not look at the kind could take one for the other.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Header `{"typ":"dpop+jwt", …}` in `Authorization: Bearer …`: a proof is used as an access token.',
  spec: [
    { label: 'RFC 8725 section 3.11', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.11' },
    { label: 'RFC 8725 section 3.12', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.12' },
    {
      label: 'OpenID Connect Core section 2',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken',
    },
  ],
  needs: [],
  check: ({ token, context }) => {
    if (context.presentedAs === 'id-token') return judgeAsIdToken(token);
    if (!asSession.has(context.presentedAs)) return notApplicable;
    const other = readOtherKind(token);
    if (other !== null) return fail('attention', [{ name: 'detail', value: other }]);
    // Some services take ID tokens for sessions of their own, Google's among them; that is a habit, not an attack.
    return context.presentedAs === 'bearer' && isIdToken(token)
      ? fail('note', [{ name: 'detail', value: 'ID token' }])
      : pass;
  },
};

/**
 * Ways of using a token as a session, and a file that does not say how it was used. Elsewhere tokens of every kind have their place:
 * signed requests in addresses (RFC 9101), proofs and hints in posts, anything in a page's storage.
 */
const asSession: ReadonlySet<Presentation> = new Set([
  'bearer',
  'dpop',
  'pop',
  'msauth',
  'other-scheme',
  'unknown',
]);

/** In the place of an ID token nothing else is at home, an access token least of all: it says nothing about a sign-in. */
function judgeAsIdToken(token: UnverifiedToken): Outcome {
  const other = readOtherKind(token);
  if (other !== null) return fail('attention', [{ name: 'detail', value: other }]);
  const { claims } = token;
  const isAccess =
    readTokenKind(token) === 'access' &&
    (readMember(claims, 'scp') !== undefined || readMember(claims, 'appid') !== undefined);
  return isAccess ? fail('attention', [{ name: 'detail', value: 'access token' }]) : pass;
}

/** An ID token without a permission: with one it may be meant for both. */
const isIdToken = (token: UnverifiedToken): boolean =>
  readTokenKind(token) === 'id' && readMember(token.claims, 'roles') === undefined;

/** The kind of a token that is made for something else than sessions and sign-in; null for every other. */
function readOtherKind({ members, claims }: UnverifiedToken): string | null {
  const typ = (members.typ ?? '').toLowerCase().replace(/^application\//, '');
  const hasEvents = readMember(claims, 'events') !== undefined;
  if (!otherKinds.has(typ) && !hasEvents) return null;
  return hasEvents ? `${typ} events` : typ;
}

/** Kinds that are made for something else: RFC 9449, RFC 8417, OpenID Connect Back-Channel Logout, device-bound sessions. */
const otherKinds = new Set([
  'dpop+jwt',
  'dbsc+jwt',
  'logout+jwt',
  'secevent+jwt',
  'kb+jwt',
  'entity-statement+jwt',
  'oauth-authz-req+jwt',
  'token-introspection+jwt',
]);
