import { isServiceWrapper } from '../nested/service-wrapper.ts';
import { fail, pass, type Rule } from './rule.ts';

export const algNone: Rule = {
  id: 'alg-none',
  severity: 'danger',
  essential: false,
  checks: 'The session carries a signature',
  title: 'This session is not signed at all.',
  explanation:
    'A session token without a signature can be written by anybody. Some careless servers accept one that says of itself that it needs none, in every spelling of that word.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example: 'Header `{"alg":"none"}` and an empty signature: `eyJhbGciOiJub25lIn0.….`',
  spec: [
    { label: 'RFC 8725 section 3.2', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.2' },
    { label: 'RFC 7518 section 3.6', url: 'https://www.rfc-editor.org/rfc/rfc7518#section-3.6' },
    {
      label: 'Microsoft: [MS-XOAUTH] section 2.2',
      url: 'https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-xoauth/2a67f794-8455-4dc4-9b0d-9bf0dac6f5ee',
    },
  ],
  needs: [],
  check: ({ token, nesting }) => {
    const { alg } = token.members;
    const saysNone = alg !== null && alg.trim().toLowerCase() === 'none';
    if (!saysNone && token.segments.signature !== '') return pass;
    return fail(isServiceWrapper(token, nesting) ? 'attention' : 'danger', [
      { name: 'algorithm', value: alg ?? '' },
    ]);
  },
};
