import { readSeconds } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const lifetimeInverted: Rule = {
  id: 'lifetime-inverted',
  severity: 'danger',
  essential: false,
  checks: 'The session ends after it begins',
  title: 'This session ends before it begins.',
  explanation:
    'A token states when it was issued, from when on it counts, and when it ends. In this one the end lies before the beginning. No issuer writes such a token.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example: 'Payload `{"iat":1795521600,"exp":1795518000, …}`: it ended before it was made.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.4',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token }) => {
    const expiresAt = readSeconds(token.claims, 'exp');
    const starts = ['iat', 'nbf']
      .map((name) => readSeconds(token.claims, name))
      .filter((start) => start !== null);
    if (expiresAt === null || starts.length === 0) return notApplicable;
    const latest = Math.max(...starts);
    if (latest < expiresAt) return pass;
    return fail('danger', [
      { name: 'issued-at', value: String(latest) },
      { name: 'expires-at', value: String(expiresAt) },
    ]);
  },
};
