import { readText } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const issuerVersionMismatch: Rule = {
  id: 'issuer-version-mismatch',
  severity: 'attention',
  essential: false,
  checks: 'The issuer’s name fits the version of the token',
  title: 'This session claims two versions of its issuer.',
  explanation:
    'The issuer writes its name differently in each version of its tokens. The version that this token states does not go with the name that it states.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Payload `{"iss":"https://sts.windows.net/TENANT/","ver":"2.0", …}`: the issuer’s name is that of version 1.0.',
  spec: [
    {
      label: 'Microsoft: access token claims',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
    },
  ],
  needs: ['known-issuer'],
  check: ({ issuer, token }) => {
    const version = readText(token.claims, 'ver');
    if (issuer.kind !== 'known' || issuer.form.version === null || version === null) {
      return notApplicable;
    }
    if (version === issuer.form.version) return pass;
    return fail(issuer.form.verified === false ? 'note' : 'attention', [
      { name: 'issuer', value: issuer.iss },
      { name: 'detail', value: version },
    ]);
  },
};
