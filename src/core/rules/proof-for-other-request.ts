import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const proofForOtherRequest: Rule = {
  id: 'proof-for-other-request',
  severity: 'attention',
  essential: false,
  checks: 'The proof that came with the session was made for this request',
  title: 'The proof that came with this session was made for something else.',
  explanation:
    'Each use of a session that is bound to a key brings a proof that names the address it is for and what is done there. This proof names another. Somebody may have taken it from elsewhere and used it again.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    '`GET https://outlook.office.com/api/me` with a proof that says `{"htm":"POST","htu":"https://outlook.office.com/api/send"}`.',
  spec: [
    { label: 'RFC 9449 section 4.3', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-4.3' },
    { label: 'RFC 3986 section 6.2', url: 'https://www.rfc-editor.org/rfc/rfc3986#section-6.2' },
  ],
  needs: [],
  check: ({ proof }) => {
    if (proof.kind !== 'read') return notApplicable;
    const differing = [
      ...(proof.method === 'other' ? ['htm'] : []),
      ...(proof.address === 'other' ? ['htu'] : []),
    ];
    if (differing.length > 0) {
      return fail('attention', [{ name: 'detail', value: differing.join(', ') }]);
    }
    if (proof.method === 'unknown' || proof.address === 'unknown')
      return unknown('request-unknown');
    return pass;
  },
};
