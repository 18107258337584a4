import { readMember } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const keyEmbedded: Rule = {
  id: 'key-embedded',
  severity: 'attention',
  essential: false,
  checks: 'The session does not bring its own key',
  title: 'This session brings its own key with it.',
  explanation:
    'A signature proves something only when the key comes from the issuer. This token carries a key, or the address of one, in itself. A careless server would check the forgery with the forger’s own key.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Header `{"alg":"RS256","jwk":{"kty":"RSA","n":"…","e":"AQAB"}}`: the token brings the key that it wants to be checked with.',
  spec: [
    {
      label: 'RFC 7515 section 4.1.3',
      url: 'https://www.rfc-editor.org/rfc/rfc7515#section-4.1.3',
    },
    { label: 'RFC 8725 section 3.10', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.10' },
  ],
  needs: [],
  check: ({ token }) => {
    const typ = (token.members.typ ?? '').toLowerCase();
    // Proofs of possession carry their key by design; they are named by type-confused.
    if (typ === 'dpop+jwt' || typ === 'dbsc+jwt') return notApplicable;
    const found = ['jwk', 'jku', 'x5u', 'x5c'].filter(
      (name) => readMember(token.header, name) !== undefined,
    );
    if (found.length === 0) return pass;
    return fail('attention', [{ name: 'detail', value: found.join(', ') }]);
  },
};
