import { findSwitch } from '../session/switch.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const tenantSwitched: Rule = {
  id: 'tenant-switched',
  severity: 'note',
  essential: false,
  checks: 'The organisation stayed the same, or somebody signed in',
  title: 'The organisation of this page changed without a sign-in.',
  explanation:
    'The page worked for one organisation and then, without being loaded anew and without a sign-in that Countersign saw, for another one. A webmail does that when you are a guest elsewhere and change over. If you did not, somebody may have slipped another session under your page.',
  remedy:
    'If you changed the organisation yourself, all is well. If not, look whose mailbox is open before you write, sign out and sign in again.',
  example:
    'A page used tokens with `"tid":"TENANT-A"`, then, without a sign-in or a load between, one with `"tid":"TENANT-B"`.',
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
    if (found.kind !== 'tenant' || seen === null) return pass;
    return fail('note', [
      { name: 'tenant', value: seen.tenant ?? '' },
      { name: 'earlier-tenant', value: found.before.tenant ?? '' },
      { name: 'earlier-token', value: found.before.fingerprint },
      { name: 'seen-before-at', value: String(found.before.seenAtMs / 1000) },
    ]);
  },
};
