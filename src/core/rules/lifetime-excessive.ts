import { isConfirmed } from '../issuers/verifiability.ts';
import { readSeconds } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const lifetimeExcessive: Rule = {
  id: 'lifetime-excessive',
  severity: 'attention',
  essential: false,
  checks: 'The session is not valid for longer than its issuer allows',
  title: 'This session is valid for longer than its issuer ever allows.',
  explanation:
    'Issuers let a session token live for hours, a day at most. This one claims to be valid for longer. Forged tokens are often given a long life so that they keep working.',
  remedy:
    'Sign out everywhere and sign in again. If the message comes back, tell your IT department.',
  example:
    'Payload `{"iat":1795521600,"exp":1827057600, …}`: a year, where the issuer gives a day at most.',
  spec: [
    {
      label: 'Microsoft: token lifetimes',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/configurable-token-lifetimes',
    },
    {
      label: 'RFC 7519 section 4.1.4',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token, issuer }) => {
    if (issuer.kind !== 'known' || issuer.issuer.maxLifetimeSeconds === null) return notApplicable;
    const issuedAt = readSeconds(token.claims, 'iat');
    const expiresAt = readSeconds(token.claims, 'exp');
    if (issuedAt === null || expiresAt === null) return unknown('claim-missing');
    const lifetime = expiresAt - issuedAt;
    if (lifetime <= issuer.issuer.maxLifetimeSeconds) return pass;
    return fail(isConfirmed(issuer.issuer, 'lifetime') ? 'attention' : 'note', [
      { name: 'lifetime', value: String(lifetime) },
      { name: 'longest-lifetime', value: String(issuer.issuer.maxLifetimeSeconds) },
    ]);
  },
};
