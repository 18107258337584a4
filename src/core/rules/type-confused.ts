import { readMember } from '../token/claims.ts';
import { fail, pass, type Rule } from './rule.ts';

export const typeConfused: Rule = {
  id: 'type-confused',
  severity: 'attention',
  essential: false,
  checks: 'The session token is of the kind that is used for this',
  title: 'This is not a session token, yet it is used as one.',
  explanation:
    'Tokens for signing out, for proving possession of a key, or for announcing events look like session tokens but are made for something else. A server that does not look at the kind could take one for the other.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  spec: [
    { label: 'RFC 8725 section 3.11', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.11' },
    { label: 'RFC 8725 section 3.12', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.12' },
  ],
  needs: [],
  check: ({ token }) => {
    const typ = (token.members.typ ?? '').toLowerCase().replace(/^application\//, '');
    const hasEvents = readMember(token.claims, 'events') !== undefined;
    if (!otherKinds.has(typ) && !hasEvents) return pass;
    return fail('attention', [{ name: 'detail', value: hasEvents ? `${typ} events` : typ }]);
  },
};

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
