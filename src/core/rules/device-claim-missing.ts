import type { IssuerFacts } from '../facts.ts';
import { readText } from '../token/claims.ts';
import type { JsonObject } from '../token/token.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';

export const deviceClaimMissing: Rule = {
  id: 'device-claim-missing',
  severity: 'attention',
  essential: false,
  checks: 'The session began on a registered device',
  title: 'This session does not come from a registered device.',
  explanation:
    'Your organisation expects that sessions begin on devices that are registered with it. A session of this kind names its device when there is one, and this one names none. It may have begun on another computer.',
  remedy:
    'Sign out and sign in again on this computer. If the message comes back, tell your IT department.',
  example: 'Policy `{"requireDeviceClaim":true}`, payload without `deviceid`.',
  spec: [
    {
      label: 'Microsoft: what a device is registered for',
      url: 'https://learn.microsoft.com/en-us/entra/identity/devices/concept-primary-refresh-token',
    },
    {
      label: 'Microsoft: identifiers that link what comes of one sign-in',
      url: 'https://learn.microsoft.com/en-us/graph/api/resources/linkableidentifiers',
    },
  ],
  needs: [],
  check: ({ token, issuer, policy }) => {
    if (!policy.requireDeviceClaim) return notApplicable;
    const device = readText(token.claims, 'deviceid');
    if (device !== null && device !== '') return pass;
    return canNameDevice(issuer, token.claims)
      ? fail('attention', [{ name: 'detail', value: 'deviceid' }])
      : unknown('claim-missing');
  },
};

/**
 * Recorded genuine tokens show `deviceid` in access tokens of Entra's first form that stand for a person. ID tokens, the second form
 * and programs' own tokens were never seen with it.
 */
function canNameDevice(issuer: IssuerFacts, claims: JsonObject): boolean {
  if (issuer.kind !== 'known' || issuer.form.version !== '1.0') return false;
  return readText(claims, 'appid') !== null && readText(claims, 'scp') !== null;
}
