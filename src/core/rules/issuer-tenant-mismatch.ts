import { readText } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const issuerTenantMismatch: Rule = {
  id: 'issuer-tenant-mismatch',
  severity: 'danger',
  essential: false,
  checks: 'The session’s organisation is the one whose issuer made it',
  title: 'This session claims two different organisations.',
  explanation:
    'A session token names its organisation twice: in the name of its issuer and in a field of its own. Here the two differ. No genuine issuer writes such a token; it is a way to reach one organisation’s mail with another’s sign-in.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example: 'Payload `{"iss":"https://sts.windows.net/TENANT-A/","tid":"TENANT-B", …}`.',
  spec: [
    {
      label: 'Microsoft: validate the issuer',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
    },
    { label: 'RFC 8725 section 3.8', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.8' },
  ],
  needs: ['known-issuer'],
  check: ({ issuer, token }) => {
    const tid = readText(token.claims, 'tid');
    if (issuer.kind !== 'known' || issuer.tenant === null || tid === null) return notApplicable;
    if (tid.toLowerCase() === issuer.tenant) return pass;
    return fail('danger', [
      { name: 'tenant', value: tid },
      { name: 'tenant-of-issuer', value: issuer.tenant },
      { name: 'issuer', value: issuer.iss },
    ]);
  },
};
