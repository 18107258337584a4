import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const codeHashMismatch: Rule = {
  id: 'code-hash-mismatch',
  severity: 'danger',
  essential: false,
  checks: 'The code that came with the sign-in is the one that the issuer sent',
  title: 'This sign-in carries a code that its issuer did not send with it.',
  explanation:
    'A sign-in hands your webmail a statement about you and, beside it, a code to exchange for access. The statement says which code belongs to it. This one belongs to another sign-in: somebody may have put their own code, or a stolen one, beside a genuine statement.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'A posted answer with `code=XYZ` and an ID token whose `c_hash` is that of another code.',
  spec: [
    {
      label: 'OpenID Connect Core section 3.3.2.11',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#HybridIDToken',
    },
    {
      label: 'Microsoft: claims of ID tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference',
    },
  ],
  needs: ['known-issuer'],
  check: ({ companions }) => {
    switch (companions.code) {
      case 'absent':
        return notApplicable;
      case 'fits':
        return pass;
      case 'differs':
        return fail('danger', [{ name: 'detail', value: 'c_hash' }]);
      case 'unstated':
        return unknown('claim-missing');
      case 'hash-unknown':
        return unknown('algorithm-unchecked');
      case 'too-long':
        return unknown('companion-too-long');
    }
  },
};
