import type { SeenToken } from '../session/seen-token.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const tokenIdReused: Rule = {
  id: 'token-id-reused',
  severity: 'danger',
  essential: false,
  checks: 'No other session token had the number of this one',
  title: 'Two different session tokens carry the same number.',
  explanation:
    'An issuer numbers every token that it makes and uses no number twice. Another token with this number was seen before and said something else. One of the two was made from the other by somebody who is not the issuer.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Two tokens with `"uti":"fqiBqXLPj0eQa82S-IYFAA"`, one of `ada@contoso.example` and one of `eve@contoso.example`.',
  spec: [
    {
      label: 'RFC 7519 section 4.1.7',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7',
    },
    {
      label: 'Microsoft: claims of access tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
    },
  ],
  needs: ['known-issuer'],
  check: ({ seen, earlier }) => {
    if (seen === null || seen.tokenId === null) return notApplicable;
    if (earlier.numbered.length === 0) return earlier.accounts.length === 0 ? notApplicable : pass;
    const others = earlier.numbered.filter((other) => contradicts(seen, other));
    const other =
      others.find((one) => isCopy(seen, one)) ?? others.find((one) => isOfOther(seen, one));
    if (other === undefined) return pass;
    return fail(isCopy(seen, other) ? 'danger' : 'attention', [
      { name: 'token-id', value: seen.tokenId },
      { name: 'earlier-token', value: other.fingerprint },
      { name: 'seen-before-at', value: String(other.seenAtMs / 1000) },
    ]);
  },
};

/** Another token of the same issuer, with this number, that says something else. */
function contradicts(seen: SeenToken, other: SeenToken): boolean {
  if (other.fingerprint === seen.fingerprint || other.issuer !== seen.issuer) return false;
  if (other.content === null || seen.content === null || other.content === seen.content)
    return false;
  // The other one was called forged when it was seen; this one is the original.
  return !(other.signature === 'failed' && seen.signature === 'verified');
}

/**
 * The tokens of one sign-in answer share one number: measured on three pairs of recorded Microsoft tokens, where an access token
 * and an ID token for another audience did. So only two of one kind for one audience are a contradiction by themselves.
 */
const isCopy = (seen: SeenToken, other: SeenToken): boolean =>
  seen.kind === other.kind && seen.audience !== null && seen.audience === other.audience;

/** One sign-in answer is about one account. */
const isOfOther = (seen: SeenToken, other: SeenToken): boolean =>
  differs(seen.tenant, other.tenant) || differs(seen.object, other.object);

const differs = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;
