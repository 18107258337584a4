import { findSwitch } from '../session/switch.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const accountSwitched: Rule = {
  id: 'account-switched',
  severity: 'note',
  essential: false,
  checks: 'The account stayed the same, or somebody signed in',
  title: 'The account of this page changed without a sign-in.',
  explanation:
    'The page used the mailbox of one account and then, without being loaded anew and without a sign-in that Countersign saw, that of another one. A webmail in which you have several accounts does that when you change between them. If you did not, somebody may have slipped another account under your page, to read what you write there.',
  remedy:
    'If you changed the account yourself, all is well. If not, look whose mailbox is open before you write, sign out and sign in again.',
  example:
    'A page used tokens with `"oid":"A"`, then, without a sign-in or a load between, one with `"oid":"B"`.',
  spec: [
    {
      label: 'Microsoft: claims of access tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
    },
    {
      label: 'RFC 6749 section 10.12',
      url: 'https://www.rfc-editor.org/rfc/rfc6749#section-10.12',
    },
  ],
  needs: ['known-issuer'],
  check: ({ seen, earlier }) => {
    const found = findSwitch(seen, earlier);
    if (found.kind === 'not-comparable') return notApplicable;
    if (found.kind !== 'account' || seen === null) return pass;
    return fail('note', [
      { name: 'account-id', value: seen.object ?? '' },
      { name: 'earlier-account-id', value: found.before.object ?? '' },
      { name: 'earlier-token', value: found.before.fingerprint },
      { name: 'seen-before-at', value: String(found.before.seenAtMs / 1000) },
    ]);
  },
};
