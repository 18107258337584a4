import { readAccountDomain } from '../token/account.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const accountDomainNotAllowed: Rule = {
  id: 'account-domain-not-allowed',
  severity: 'attention',
  essential: false,
  checks: 'The account belongs to a domain that your organisation expects',
  title: 'This session is of an account that your organisation does not expect here.',
  explanation:
    'Your organisation has said from which domains accounts are used on this computer. This account comes from another one. That may be a second account of yours; it may also be a session into which somebody else has put their account.',
  remedy:
    'If the account is not one that you use for your work, sign out of it. If you do not know it, tell your IT department.',
  example:
    'Policy `{"allowedAccountDomains":["contoso.example"]}`, payload `{"upn":"ada@fabrikam.example", …}`.',
  spec: [
    {
      label: 'Microsoft: claims of access tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
    },
    {
      label: 'Microsoft: names of guests',
      url: 'https://learn.microsoft.com/en-us/entra/external-id/user-properties',
    },
  ],
  needs: [],
  check: ({ token, policy }) => {
    const allowed = policy.allowedAccountDomains;
    if (allowed === null) return notApplicable;
    const domain = readAccountDomain(token.claims);
    // Sessions of programs name no account, and many others do not either.
    if (domain === null) return notApplicable;
    if (allowed.some((entry) => covers(entry, domain))) return pass;
    return fail('attention', [{ name: 'domain', value: domain }]);
  },
};

/** `*.` before a domain means all that is below it, and nothing else is a pattern. */
const covers = (entry: string, domain: string): boolean =>
  entry.startsWith('*.') ? domain.endsWith(entry.slice(1)) : domain === entry;
