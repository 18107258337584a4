import { decodeBase64url } from '../token/base64url.ts';
import { fail, pass, type Rule } from './rule.ts';

export const encodingNotCanonical: Rule = {
  id: 'encoding-not-canonical',
  severity: 'attention',
  essential: false,
  checks: 'The session is written in the one correct form',
  title: 'This session is written in a form that issuers do not use.',
  explanation:
    'The text of a token has exactly one correct form. This one can be read, but was written differently. Programs that compare tokens by their text can be deceived that way.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'The signature ends in `…_B` where `…_A` are the same bytes: bits that carry nothing are set.',
  spec: [
    { label: 'RFC 7515 section 2', url: 'https://www.rfc-editor.org/rfc/rfc7515#section-2' },
    { label: 'RFC 4648 section 3.5', url: 'https://www.rfc-editor.org/rfc/rfc4648#section-3.5' },
  ],
  needs: [],
  check: ({ token, issuer }) => {
    const places = token.oddities.flatMap((oddity) =>
      oddity.code === 'encoding-not-canonical' ? [oddity.where] : [],
    );
    if (places.length === 0) return pass;
    const pads = issuer.kind === 'known' && issuer.issuer.habits?.paddedSegments === true;
    const isHabit = pads && places.every((place) => isOnlyPadded(token.segments[place]));
    return fail(isHabit ? 'note' : 'attention', [{ name: 'detail', value: places.join(', ') }]);
  },
};

/** Whether a segment is in the one correct form but for the `=` at its end. */
function isOnlyPadded(segment: string): boolean {
  const decoded = decodeBase64url(segment.replace(/={1,2}$/, ''));
  return decoded.ok && decoded.value.canonical;
}
