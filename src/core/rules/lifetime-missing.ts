import { readMember, readSeconds } from '../token/claims.ts';
import { fail, pass, type Rule } from './rule.ts';

export const lifetimeMissing: Rule = {
  id: 'lifetime-missing',
  severity: 'attention',
  essential: false,
  checks: 'The session says when it ends',
  title: 'This session does not say when it ends.',
  explanation:
    'Issuers give every session token an end, as a number. This one has none, or one that is not a number, so that a careless server would accept it for ever.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Payload `{"iss":"https://sts.windows.net/TENANT/","aud":"https://outlook.office.com"}`, without `exp`.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.4',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token }) => {
    const expiresAt = readSeconds(token.claims, 'exp');
    if (expiresAt !== null && expiresAt > 0 && expiresAt <= latestTime) return pass;
    return fail('attention', [{ name: 'detail', value: typeof readMember(token.claims, 'exp') }]);
  },
};

/** 9999-12-31T23:59:59Z, seconds: what lies beyond is no time that anybody means. */
const latestTime = 253_402_300_799;
