import { readMember } from '../token/claims.ts';
import { fail, pass, type Rule } from './rule.ts';

export const critUnknown: Rule = {
  id: 'crit-unknown',
  severity: 'attention',
  essential: false,
  checks: 'The session demands no extension',
  title: 'This session demands a feature that its issuer does not use.',
  explanation:
    'A token can say that it must only be accepted by those who understand a certain extension. Issuers of webmail sessions use none. Forged tokens use it to change what a signature covers.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Header `{"alg":"RS256","crit":["exp-x"],"exp-x":1}`: nobody knows what must be understood.',
  spec: [
    {
      label: 'RFC 7515 section 4.1.11',
      url: 'https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11',
    },
    { label: 'RFC 7797 section 6', url: 'https://www.rfc-editor.org/rfc/rfc7797#section-6' },
  ],
  needs: [],
  check: ({ token }) => {
    const crit = readMember(token.header, 'crit');
    const b64 = readMember(token.header, 'b64');
    if (crit === undefined && b64 === undefined) return pass;
    return fail('attention', [
      {
        name: 'detail',
        value: `crit: ${JSON.stringify(crit ?? null)}, b64: ${JSON.stringify(b64 ?? null)}`,
      },
    ]);
  },
};
