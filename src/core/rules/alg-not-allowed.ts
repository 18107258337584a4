import { isConfirmed } from '../issuers/verifiability.ts';
import { isServiceWrapper } from '../nested/service-wrapper.ts';
import { fail, pass, type Rule } from './rule.ts';

export const algNotAllowed: Rule = {
  id: 'alg-not-allowed',
  severity: 'danger',
  essential: true,
  checks: 'The session is signed by a method that its issuer uses',
  title: 'This session is not signed the way its issuer signs.',
  explanation:
    'Every session token names the method of its signature. This one names a method that the issuer does not use, or none at all. Forged tokens do this so that a careless server skips the check or uses the wrong key for it.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example: 'Header `{"alg":"PS512", …}` of an issuer that signs with RS256 alone.',
  spec: [
    { label: 'RFC 8725 section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.1' },
    { label: 'RFC 7518 section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc7518#section-3.1' },
  ],
  needs: ['known-issuer'],
  check: ({ token, issuer, nesting }) => {
    if (issuer.kind !== 'known') return pass;
    const { alg } = token.members;
    const allowed = issuer.issuer.algorithms;
    if (alg !== null && allowed.includes(alg)) return pass;
    // An issuer may adopt another public-key method one day; no issuer of sessions ever signs with none or a shared secret, but for
    // the wrappers that servers exchange among themselves.
    const isShared = issuer.issuer.sharesSecrets === true && sealing.has(alg ?? '');
    const isConceivable =
      isShared || (alg !== null && asymmetric.has(alg)) || isServiceWrapper(token, nesting);
    const severity = isConceivable ? 'attention' : 'danger';
    return fail(isConfirmed(issuer.issuer, 'algorithms') ? severity : 'note', [
      { name: 'algorithm', value: alg ?? '' },
      { name: 'allowed-algorithms', value: allowed.join(', ') },
    ]);
  },
};

/** Public-key signature algorithms of RFC 7518 section 3.1, RFC 8037 and RFC 9864, exact names. */
const asymmetric = new Set([
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]);

/** Methods in which both sides hold the same secret (RFC 7518 section 3.2), exact names. */
const sealing = new Set(['HS256', 'HS384', 'HS512']);
