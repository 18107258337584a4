import { fail, pass, type Rule, unknown } from './rule.ts';

export const issuerUnexpected: Rule = {
  id: 'issuer-unexpected',
  severity: 'attention',
  essential: false,
  checks: 'The issuer is one that this webmail works with',
  title: 'This session comes from an issuer that this webmail does not use.',
  explanation:
    'Each webmail accepts sessions of certain issuers only. The issuer of this session is genuine and known, but it does not belong to this webmail.',
  remedy:
    'Check the address of the page, then sign out and sign in again. If the message comes back, tell your IT department.',
  spec: [
    { label: 'RFC 8725 section 3.8', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.8' },
  ],
  needs: ['known-issuer', 'provider'],
  check: ({ provider, issuer }) => {
    if (provider === null) return unknown('webmail-unknown');
    if (issuer.kind !== 'known') return unknown('issuer-unknown');
    if (provider.issuers.includes(issuer.issuer.id)) return pass;
    // Nobody but the provider knows all issuers of an opaque webmail's pages, and other services' tokens are met there.
    return fail(provider.isOpaque ? 'note' : 'attention', [
      { name: 'provider', value: provider.name },
      { name: 'issuer', value: issuer.iss },
      { name: 'expected-issuers', value: provider.issuers.join(', ') },
    ]);
  },
};
