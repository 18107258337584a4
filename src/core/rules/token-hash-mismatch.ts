import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const tokenHashMismatch: Rule = {
  id: 'token-hash-mismatch',
  severity: 'danger',
  essential: false,
  checks: 'The access that came with the sign-in is the one that the issuer sent',
  title: 'This sign-in carries an access token that its issuer did not send with it.',
  explanation:
    'A sign-in hands your webmail a statement about you and, beside it, the token that opens the mailbox. The statement says which token belongs to it. This one belongs to another sign-in: somebody may have put their own token, or a stolen one, beside a genuine statement.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'A posted answer with an access token and an ID token whose `at_hash` is that of another one.',
  spec: [
    {
      label: 'OpenID Connect Core section 3.3.2.11',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#HybridIDToken',
    },
    {
      label: 'OpenID Connect Core section 3.2.2.9',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#ImplicitTokenValidation',
    },
    {
      label: 'Microsoft: claims of ID tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference',
    },
  ],
  needs: ['known-issuer'],
  check: ({ companions }) => {
    switch (companions.accessToken) {
      case 'absent':
        return notApplicable;
      case 'fits':
        return pass;
      case 'differs':
        return fail('danger', [{ name: 'detail', value: 'at_hash' }]);
      case 'unstated':
        return unknown('claim-missing');
      case 'hash-unknown':
        return unknown('algorithm-unchecked');
      case 'too-long':
        return unknown('companion-too-long');
    }
  },
};
