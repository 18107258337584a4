import { readMember, readText } from '../token/claims.ts';
import type { JsonObject } from '../token/token.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const multiFactorMissing: Rule = {
  id: 'multi-factor-missing',
  severity: 'attention',
  essential: false,
  checks: 'The sign-in was made with more than one factor',
  title: 'The sign-in of this session was made with one factor only.',
  explanation:
    'Your organisation expects a second factor, such as a code or a key, beside the password. This session says how its sign-in was done and names one factor only. Whoever has the password alone could have made it.',
  remedy: 'Sign out and sign in again with your second factor. Tell your IT department.',
  example: 'Policy `{"requireMultiFactor":true}`, payload `{"amr":["pwd"], …}`.',
  spec: [
    { label: 'RFC 8176 section 2', url: 'https://www.rfc-editor.org/rfc/rfc8176#section-2' },
    {
      label: 'Microsoft: claims of access tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
    },
    {
      label: 'OpenID Connect: values of acr',
      url: 'https://openid.net/specs/openid-connect-eap-acr-values-1_0.html',
    },
  ],
  needs: [],
  check: ({ token, policy }) => {
    if (!policy.requireMultiFactor) return notApplicable;
    if (strongContexts.has(readText(token.claims, 'acr') ?? '')) return pass;
    const methods = readMethods(token.claims);
    // Absent from most genuine tokens: what is not said cannot be missed.
    if (methods.length === 0) return unknown('claim-missing');
    if (methods.some((method) => strongMethods.has(method))) return pass;
    const factors = new Set(methods.map((method) => factorOf.get(method) ?? 'unclear'));
    const isUnclear = factors.delete('unclear');
    if (factors.size > 1) return pass;
    if (isUnclear) return unknown('sign-in-unclear');
    return fail('attention', [{ name: 'sign-in-methods', value: methods.join(', ') }]);
  },
};

/** Contexts (`acr`, OpenID Connect Core section 2) that ask for several factors or for a key that cannot be phished. */
const strongContexts: ReadonlySet<string> = new Set([
  'phr',
  'phrh',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
  'urn:okta:loa:2fa:any',
]);

/** Methods that say of themselves that there were several factors: RFC 8176, Entra, AD FS. */
const strongMethods: ReadonlySet<string> = new Set([
  'mfa',
  'ngcmfa',
  'http://schemas.microsoft.com/claims/multipleauthn',
]);

/**
 * What kind of factor a method is (RFC 8176 section 2). Every other one leaves it open: a federated sign-in (`fed`), one by the
 * computer's own (`wia`), a key that may have been unlocked by a PIN (`rsa`, `hwk`, `fido`).
 */
const factorOf: ReadonlyMap<string, 'knowledge' | 'possession' | 'inherence'> = new Map([
  ['pwd', 'knowledge'],
  ['pin', 'knowledge'],
  ['kba', 'knowledge'],
  ['otp', 'possession'],
  ['sms', 'possession'],
  ['tel', 'possession'],
  ['face', 'inherence'],
  ['fpt', 'inherence'],
  ['iris', 'inherence'],
  ['retina', 'inherence'],
  ['vbm', 'inherence'],
]);

/** `amr` (RFC 8176 section 1): a list; AD FS writes a single method as a text. */
function readMethods(claims: JsonObject): readonly string[] {
  const value = readMember(claims, 'amr');
  const listed = Array.isArray(value) ? value : [value];
  return listed.filter((method): method is string => typeof method === 'string' && method !== '');
}
