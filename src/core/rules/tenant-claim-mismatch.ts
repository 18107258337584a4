import { readMember, readText } from '../token/claims.ts';
import { fail, pass, type Rule } from './rule.ts';

export const tenantClaimMismatch: Rule = {
  id: 'tenant-claim-mismatch',
  severity: 'danger',
  essential: false,
  checks: 'The session names one organisation only',
  title: 'This session names its organisation more than once, differently.',
  explanation:
    'A token states the organisation of its account in one field. This one has a second field that looks alike to a careless program and says something else.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Payload `{"tid":"TENANT-A","http://schemas.microsoft.com/identity/claims/tenantid":"TENANT-B", …}`.',
  spec: [
    {
      label: 'Microsoft: validate tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token }) => {
    const tid = readText(token.claims, 'tid');
    const others = Object.keys(token.claims).filter(
      (name) => name !== 'tid' && (name.toLowerCase() === 'tid' || name === longName),
    );
    const differing = others.filter((name) => readMember(token.claims, name) !== tid);
    if (differing.length === 0) return pass;
    return fail('danger', [
      { name: 'tenant', value: tid ?? '' },
      { name: 'detail', value: differing.join(', ') },
    ]);
  },
};

/** The name under which Microsoft's .NET libraries know the tenant claim. */
const longName = 'http://schemas.microsoft.com/identity/claims/tenantid';
