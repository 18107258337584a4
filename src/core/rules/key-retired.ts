import type { KeyLife } from '../keys/history/life.ts';
import { readSeconds } from '../token/claims.ts';
import {
  type Evidence,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type Rule,
  unknown,
} from './rule.ts';

const daySeconds = 86_400;

export const keyRetired: Rule = {
  id: 'key-retired',
  severity: 'danger',
  essential: false,
  checks: 'The key was still in use when the session was signed',
  title: 'This session was signed with a key that its issuer had already retired.',
  explanation:
    'Issuers exchange their keys every few weeks and take old ones out of their lists. This session says that it was issued long after its key had gone from every list. A key that lies around somewhere is a key that can be stolen.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Header `{"kid":"K", …}`, payload `{"iat":1795521600, …}`: the key `K` was last listed three weeks before `iat`.',
  spec: [
    {
      label: 'Microsoft: signing key rollover',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/signing-key-rollover',
    },
    {
      label: 'OpenID Connect Core 1.0 section 10.1.1',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys',
    },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ key, token }) => {
    const issuedAt = readSeconds(token.claims, 'iat');
    if (key.kind !== 'selected' || issuedAt === null) return notApplicable;
    const { life, shipped } = key;
    const outcome = life === null ? unknown('key-history-short') : judge(life, issuedAt);
    if (outcome.outcome === 'fail') return outcome;
    const shippedDay = shipped?.retiredSinceDay ?? null;
    // Whether it was listed again since then, before anybody watched here, is not known.
    if (shipped === null || shippedDay === null || issuedAt < (shippedDay + 1) * daySeconds) {
      return outcome;
    }
    return fail('attention', [
      { name: 'issued-at', value: String(issuedAt) },
      { name: 'last-seen', value: String(shipped.lastSeenDay * daySeconds) },
      { name: 'retired-since', value: String(shippedDay * daySeconds) },
    ]);
  },
};

/** A day in which a server gave no answer is one in which nobody knows what it would have said. */
const freshMs = daySeconds * 1000;

function judge(life: KeyLife, issuedAt: number): Outcome {
  const { absentSinceMs, retiredSinceMs, returned, observedAtMs, denseSinceMs, unevennessMs } =
    life;
  const issuedAtMs = issuedAt * 1000;
  if (returned !== null && issuedAtMs > returned.retiredSinceMs) {
    return fail('attention', listEvidence(life, issuedAt, returned.retiredSinceMs));
  }
  // Nobody has asked for the list since long before the session was issued.
  if (issuedAtMs > observedAtMs + unevennessMs) return unknown('key-history-short');
  if (absentSinceMs === null || issuedAtMs <= absentSinceMs + unevennessMs) return pass;
  // Absent for so long that it may be retired, and not yet watched for long enough to say it.
  if (retiredSinceMs === null) return unknown('key-history-short');
  // A key in use is listed again within what its server's unevenness is, and answers on every day would have shown that.
  const isWatched =
    denseSinceMs <= issuedAtMs - unevennessMs && issuedAtMs <= observedAtMs + freshMs;
  return fail(isWatched ? 'danger' : 'attention', listEvidence(life, issuedAt, retiredSinceMs));
}

const listEvidence = (
  { lastSeenMs }: KeyLife,
  issuedAt: number,
  retiredSinceMs: number,
): readonly Evidence[] => [
  { name: 'issued-at', value: String(issuedAt) },
  { name: 'last-seen', value: String(lastSeenMs / 1000) },
  { name: 'retired-since', value: String(retiredSinceMs / 1000) },
];
