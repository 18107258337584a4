import { fail, pass, type Rule } from './rule.ts';

export const tokenOversized: Rule = {
  id: 'token-oversized',
  severity: 'note',
  essential: false,
  checks: 'The session token is of a usual size',
  title: 'This session token is much larger than usual.',
  explanation:
    'Tokens carry names and permissions and stay below a few thousand characters; some organisations add more. A much larger one is worth a look, no more.',
  remedy: 'Nothing for now. Tell your IT department if they ask for unusual sessions.',
  example:
    '`Authorization: Bearer eyJ…` of 60,000 characters, where genuine ones have a few thousand.',
  spec: [
    { label: 'RFC 8725 section 3.10', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.10' },
  ],
  needs: [],
  check: ({ token }) => {
    const { header, claims, signature } = token.segments;
    const length = header.length + claims.length + signature.length + 2;
    if (length <= usualLength) return pass;
    return fail('note', [{ name: 'detail', value: String(length) }]);
  },
};

/** Characters. Recorded tokens reach 5,700; Entra tokens with many groups stay below 20,000. */
export const usualLength = 20_000;
