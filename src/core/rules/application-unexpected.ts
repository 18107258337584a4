import { readAudiences, readText } from '../token/claims.ts';
import type { UnverifiedToken } from '../token/token.ts';
import { readTokenKind } from '../token/token-kind.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const applicationUnexpected: Rule = {
  id: 'application-unexpected',
  severity: 'attention',
  essential: false,
  checks: 'The session was issued to an application that your organisation expects',
  title: 'This session was issued to an application that your organisation does not expect.',
  explanation:
    'A session is issued to an application, such as the webmail’s own pages. Your organisation has listed those that may hold sessions here, and this one is not among them. People are often tricked into letting a stranger’s application use their mail.',
  remedy: 'Ask your IT department whether this application may use your mail.',
  example: 'Policy `{"allowedApplications":["APP-A"]}`, payload `{"appid":"APP-B", …}`.',
  spec: [
    {
      label: 'Microsoft: claims of access tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
    },
    {
      label: 'OpenID Connect Core section 2',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken',
    },
  ],
  needs: [],
  check: ({ token, policy }) => {
    const allowed = policy.allowedApplications;
    if (allowed === null) return notApplicable;
    const application = readApplication(token);
    if (application === null) return unknown('claim-missing');
    if (allowed.includes(application.toLowerCase())) return pass;
    return fail('attention', [{ name: 'application', value: application }]);
  },
};

/** `appid` (Entra 1.0), `azp` (Entra 2.0, OpenID Connect), `client_id` (RFC 9068 section 2.2), `cid` (Okta). */
const names = ['appid', 'azp', 'client_id', 'cid'];

function readApplication(token: UnverifiedToken): string | null {
  for (const name of names) {
    const value = readText(token.claims, name);
    if (value !== null) return value;
  }
  // An ID token is made for the application itself.
  const [audience, ...more] = readAudiences(token.claims);
  const isForOne = readTokenKind(token) === 'id' && audience !== undefined && more.length === 0;
  return isForOne ? audience : null;
}
