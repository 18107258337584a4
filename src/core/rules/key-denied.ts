import { findDenied } from '../keys/denied.ts';
import { fail, pass, type Rule, unknown } from './rule.ts';

export const keyDenied: Rule = {
  id: 'key-denied',
  severity: 'danger',
  essential: true,
  checks: 'The signing key is not known to be stolen',
  title: 'This session is signed with a key that is known to be stolen.',
  explanation:
    'The key of this signature was stolen and used to forge sessions; its owner has withdrawn it. Nobody signs a genuine session with it today. The comparison is made with the key itself, not with its name.',
  remedy:
    'Stop using this mailbox in this browser now. Sign out everywhere and tell your IT department at once.',
  spec: [
    {
      label: 'Microsoft on Storm-0558, 2023-07-14',
      url: 'https://www.microsoft.com/en-us/security/blog/2023/07/14/analysis-of-storm-0558-techniques-for-unauthorized-email-access/',
    },
    { label: 'RFC 7638', url: 'https://www.rfc-editor.org/rfc/rfc7638' },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ key, nowSeconds }) => {
    if (key.kind !== 'selected') return unknown('key-not-found');
    const denied = findDenied(key.key.thumbprint);
    if (denied === null || nowSeconds < denied.deniedFromSeconds) return pass;
    return fail('danger', [
      { name: 'key-thumbprint', value: key.key.thumbprint },
      { name: 'key-id', value: key.key.kid ?? '' },
      { name: 'detail', value: denied.story },
    ]);
  },
};
