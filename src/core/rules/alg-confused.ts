import { isConfirmed } from '../issuers/verifiability.ts';
import { fail, pass, type Rule } from './rule.ts';

export const algConfused: Rule = {
  id: 'alg-confused',
  severity: 'danger',
  essential: false,
  checks: 'The session is not sealed with a shared secret',
  title: 'This session is sealed with a secret that its issuer never shares.',
  explanation:
    'Its issuer signs with a private key whose public half everybody can fetch. This session claims a method in which both sides hold the same secret. An attacker can use the public key as that secret where a server does not look closely.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Header `{"alg":"HS256","kid":"K"}` of an issuer that publishes RSA keys: the public key served as the secret.',
  spec: [
    { label: 'RFC 8725 section 2.1', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-2.1' },
    { label: 'RFC 8725 section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.1' },
  ],
  needs: ['known-issuer'],
  check: ({ token, issuer }) => {
    const { alg } = token.members;
    if (alg === null || !/^hs\d/i.test(alg)) return pass;
    const isKnown = issuer.kind === 'known' && isConfirmed(issuer.issuer, 'algorithms');
    // Where an application can have a secret with its issuer, it is unusual all the same: such tokens are not for browsers.
    const severity = isKnown && issuer.issuer.sharesSecrets ? 'attention' : 'danger';
    return fail(isKnown ? severity : 'note', [{ name: 'algorithm', value: alg }]);
  },
};
