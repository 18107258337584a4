import { issuers } from '../issuers/index.ts';
import type { Provider } from '../providers/provider.ts';
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
  example: 'A token with `{"iss":"https://accounts.google.com", …}` in the session of Outlook.',
  spec: [
    { label: 'RFC 8725 section 3.8', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.8' },
  ],
  needs: ['known-issuer', 'provider'],
  check: ({ provider, issuer, context }) => {
    if (provider === null) return unknown('webmail-unknown');
    if (issuer.kind !== 'known') return unknown('issuer-unknown');
    if (provider.issuers.includes(issuer.issuer.id)) return pass;
    // Clouds share a name: which of them it is, another rule asks.
    if (namesOf(provider).has(issuer.form.template)) return pass;
    // Nobody but the provider knows all issuers of an opaque webmail's pages, and other services' tokens are met there. A webmail
    // may also keep the sign-in of another mailbox that was added to it; only what is used is its session.
    const isUsual = provider.isOpaque === true || context.presentedAs === 'storage';
    return fail(isUsual ? 'note' : 'attention', [
      { name: 'provider', value: provider.name },
      { name: 'issuer', value: issuer.iss },
      { name: 'expected-issuers', value: provider.issuers.join(', ') },
    ]);
  },
};

/** How the issuers of a webmail write their names. */
const namesOf = (provider: Provider): ReadonlySet<string> =>
  new Set(
    issuers
      .filter(({ id }) => provider.issuers.includes(id))
      .flatMap(({ forms }) => forms.map(({ template }) => template)),
  );
