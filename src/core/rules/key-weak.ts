import { describeRsa } from '../keys/rsa.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const keyWeak: Rule = {
  id: 'key-weak',
  severity: 'attention',
  essential: false,
  checks: 'The signing key is strong enough',
  title: 'The key of this session is weaker than it should be.',
  explanation:
    'Keys below a certain size, or made by a generator with a known fault, can be broken with enough effort, and then anybody can sign with them. Some issuers still use old, small keys.',
  remedy: 'Nothing for now. Tell your IT department if they ask for unusual sessions.',
  example: 'Key document entry `{"kty":"RSA","e":"AQAB","n":"…"}` with a modulus of 1,024 bits.',
  spec: [
    { label: 'RFC 7518 section 3.3', url: 'https://www.rfc-editor.org/rfc/rfc7518#section-3.3' },
    { label: 'CVE-2017-15361', url: 'https://nvd.nist.gov/vuln/detail/CVE-2017-15361' },
  ],
  needs: ['selected-key'],
  check: ({ key, issuer }) => {
    const rsa = key.kind === 'selected' ? describeRsa(key.key.jwk) : null;
    if (rsa === null) return notApplicable;
    const evidence = [
      { name: 'detail', value: `${rsa.bits} bit, exponent ${rsa.exponent}` } as const,
    ];
    if (rsa.hasInfineonFault || rsa.bits < 1024 || rsa.exponent < 3n || rsa.exponent % 2n === 0n) {
      return fail('attention', evidence);
    }
    if (rsa.bits >= 2048 && rsa.exponent >= 65_537n) return pass;
    // A weakness of the issuer itself, no sign of a forgery.
    const isHabit = issuer.kind === 'known' && issuer.issuer.habits?.smallKeys === true;
    return fail(isHabit ? 'note' : 'attention', evidence);
  },
};
