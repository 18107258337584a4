import { readMember } from '../token/claims.ts';
import { fail, notApplicable, type Rule } from './rule.ts';

export const possessionUnproven: Rule = {
  id: 'possession-unproven',
  severity: 'note',
  essential: false,
  checks: 'A session bound to a device is used with its proof',
  title: 'This session is bound to a device but was used without the proof.',
  explanation:
    'Some tokens may only be used together with a proof that a certain key is at hand. This one says so and was used as a plain one. Servers that do not look at the binding lose its protection.',
  remedy: 'Nothing for now. Tell your IT department if they ask for unusual sessions.',
  spec: [
    { label: 'RFC 9449 section 6', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-6' },
    { label: 'RFC 7800 section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc7800#section-3.1' },
  ],
  needs: ['known-issuer'],
  check: ({ token }) =>
    readMember(token.claims, 'cnf') === undefined
      ? notApplicable
      : fail('note', [{ name: 'detail', value: 'cnf' }]),
};
