import { readSeconds } from '../token/claims.ts';
import { clockSkewSeconds } from './clock-skew.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const olderThanItsKey: Rule = {
  id: 'older-than-its-key',
  severity: 'attention',
  essential: false,
  checks: 'The session is younger than the key that signed it',
  title: 'This session says that it is older than the key that signed it.',
  explanation:
    'Every published key has a date from which on it may be used. This session claims to have been issued before that date, so somebody else than the issuer wrote its time. Genuine sessions never do that.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Payload `{"iat":1795521600, …}`, signed with a key whose certificate begins a week after that.',
  spec: [
    {
      label: 'RFC 5280 section 4.1.2.5',
      url: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5',
    },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ token, key }) => {
    const issuedAt = readSeconds(token.claims, 'iat');
    const certificate = key.kind === 'selected' ? key.key.certificate : null;
    if (issuedAt === null || certificate === null) return notApplicable;
    if (issuedAt + clockSkewSeconds >= certificate.notBeforeSeconds) return pass;
    return fail('attention', [
      { name: 'issued-at', value: String(issuedAt) },
      { name: 'valid-from', value: String(certificate.notBeforeSeconds) },
    ]);
  },
};
