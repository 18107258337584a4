import type { Facts } from '../facts.ts';
import { anotherOf, type SeenToken } from '../session/seen-token.ts';
import { readText } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule, type Severity } from './rule.ts';

export const claimsDisagree: Rule = {
  id: 'claims-disagree',
  severity: 'attention',
  essential: false,
  checks: 'The tokens of one sign-in name the same account',
  title: 'Two tokens of one sign-in name different accounts.',
  explanation:
    'A webmail uses several tokens that come of one sign-in. They say in several ways whose they are, and in a genuine session all of them agree. Here two contradict each other in something that never changes for an account, so one of them may belong to somebody else.',
  remedy:
    'Look in the webmail whether the account and the mail are yours. Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'The ID token of a sign-in says `"oid":"A"`, the access token with the same `sid` says `"oid":"B"`.',
  spec: [
    {
      label: 'Microsoft: claims of ID tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference',
    },
    {
      label: 'Microsoft: identifiers that link what comes of one sign-in',
      url: 'https://learn.microsoft.com/en-us/graph/api/resources/linkableidentifiers',
    },
    {
      label: 'OpenID Connect Core section 3.3.3.6',
      url: 'https://openid.net/specs/openid-connect-core-1_0.html#HybridIDToken2',
    },
  ],
  needs: ['known-issuer'],
  check: (facts) => {
    const { seen, earlier } = facts;
    if (isOfOtherAccount(facts)) return fail('attention', [{ name: 'detail', value: 'oid' }]);
    if (seen === null || seen.tenant === null || earlier.accounts.length === 0) {
      return notApplicable;
    }
    let isCompared = false;
    let noted: readonly [SeenToken, Contradiction] | null = null;
    for (const account of earlier.accounts) {
      const other = anotherOf(account, seen.fingerprint);
      if (other === null || other.tenant !== seen.tenant || !isComparable(seen, other)) continue;
      isCompared = true;
      const found = contradictions.find(({ isFound }) => isFound(seen, other));
      if (found?.severity === 'attention') return answer(seen, other, found);
      if (found !== undefined) noted ??= [other, found];
    }
    if (noted !== null) return answer(seen, ...noted);
    return isCompared ? pass : notApplicable;
  },
};

/** One thing that two tokens of one tenant cannot both say. */
interface Contradiction {
  readonly claim: 'oid' | 'sub' | 'puid';
  readonly severity: Severity;
  readonly isFound: (one: SeenToken, other: SeenToken) => boolean;
}

const isSame = (one: string | null, other: string | null) => one !== null && one === other;
const differs = (one: string | null, other: string | null) =>
  one !== null && other !== null && one !== other;

/**
 * Only what stays for an account. Names (`upn`, `preferred_username`, `unique_name`) change and differ between forms of tokens.
 * A guest keeps the `sid` in another tenant and has another `oid` there, so tokens of different tenants are not compared.
 */
const contradictions: readonly Contradiction[] = [
  {
    // `sid` names one interactive sign-in and all that comes of it.
    claim: 'oid',
    severity: 'attention',
    isFound: (one, other) => isSame(one.sid, other.sid) && differs(one.object, other.object),
  },
  {
    // `sub` is the account as the audience knows it and is never given to another. ID tokens are for one application each.
    claim: 'sub',
    severity: 'attention',
    isFound: (one, other) =>
      one.kind === 'id' &&
      other.kind === 'id' &&
      isSame(one.audience, other.audience) &&
      (isSame(one.object, other.object)
        ? differs(one.subject, other.subject)
        : isSame(one.subject, other.subject) && differs(one.object, other.object)),
  },
  {
    // Not documented: the same for each account in 11 recorded tokens of five accounts.
    claim: 'puid',
    severity: 'note',
    isFound: (one, other) =>
      isSame(one.object, other.object)
        ? differs(one.puid, other.puid)
        : isSame(one.puid, other.puid) && differs(one.object, other.object),
  },
];

/** Programs have no sign-in; a token that was called forged says nothing about a verified one. */
function isComparable(seen: SeenToken, other: SeenToken): boolean {
  if (other.issuer !== seen.issuer || other.isOfProgram || seen.isOfProgram) return false;
  return !(other.signature === 'failed' && seen.signature === 'verified');
}

function answer(seen: SeenToken, other: SeenToken, { claim, severity }: Contradiction) {
  return fail(severity, [
    { name: 'detail', value: claim },
    { name: 'account-id', value: seen.object ?? '' },
    { name: 'earlier-account-id', value: other.object ?? '' },
    { name: 'earlier-token', value: other.fingerprint },
    { name: 'seen-before-at', value: String(other.seenAtMs / 1000) },
  ]);
}

/** Whether the access token that came beside an ID token names another account of the same tenant. */
function isOfOtherAccount({ companions, token }: Facts): boolean {
  const account = companions.accessTokenAccount;
  if (account === null) return false;
  return (
    readText(token.claims, 'tid') === account.tenant &&
    differs(readText(token.claims, 'oid'), account.object)
  );
}
