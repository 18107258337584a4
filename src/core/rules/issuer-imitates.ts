import { resemblesIssuer } from '../issuers/names/resemblance.ts';
import { fail, pass, type Rule } from './rule.ts';

export const issuerImitates: Rule = {
  id: 'issuer-imitates',
  severity: 'danger',
  essential: false,
  checks: 'The issuer’s name does not imitate another',
  title: 'This session names an issuer that imitates a real one.',
  explanation:
    'The name of the issuer looks almost like that of a well-known one, with a letter exchanged, something added, or another spelling. People and careless programs take one for the other.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Payload `{"iss":"https://login.rnicrosoftonline.com/TENANT/v2.0", …}`: `rn` looks like `m`.',
  spec: [
    { label: 'RFC 8725 section 3.8', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.8' },
    { label: 'UTS 39', url: 'https://www.unicode.org/reports/tr39/' },
  ],
  needs: [],
  check: ({ issuer }) => {
    if (issuer.kind !== 'unknown') return pass;
    const resemblance = resemblesIssuer(issuer.iss);
    if (resemblance === null) return pass;
    // Another spelling, ending or place of the right name can be a careless issuer; another name that looks alike cannot.
    return fail(resemblance.kind === 'name' ? 'danger' : 'attention', [
      { name: 'issuer', value: issuer.iss },
      { name: 'expected-issuers', value: resemblance.original },
    ]);
  },
};
