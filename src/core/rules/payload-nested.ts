import { fail, notApplicable, type Rule } from './rule.ts';

export const payloadNested: Rule = {
  id: 'payload-nested',
  severity: 'note',
  essential: false,
  checks: 'The session speaks for itself',
  title: 'This session is only a wrapper around another one.',
  explanation:
    'All that this token holds is another token. The wrapper does not say who made it, so its own seal could not be checked; what is inside was checked by itself.',
  remedy: 'Nothing for now. Tell your IT department if they ask for unusual sessions.',
  example: 'Header `{"alg":"RS256","cty":"JWT"}`: the payload is another token.',
  spec: [
    { label: 'RFC 7519 section 5.2', url: 'https://www.rfc-editor.org/rfc/rfc7519#section-5.2' },
    { label: 'RFC 8725 section 3.3', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.3' },
  ],
  needs: [],
  check: ({ token }) => {
    if (token.payloadToken === null) return notApplicable;
    return fail('note', [{ name: 'algorithm', value: token.members.alg ?? '' }]);
  },
};
