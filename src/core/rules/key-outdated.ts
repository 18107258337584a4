import { readSeconds } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const keyOutdated: Rule = {
  id: 'key-outdated',
  severity: 'attention',
  essential: false,
  checks: 'The certificate of the key had not run out',
  title: 'The certificate of this session’s key had run out.',
  explanation:
    'Published keys come with a certificate that has an end. This session was signed after it. Issuers have done that with genuine keys, so it proves nothing alone, but when the key has been taken out of the issuer’s lists as well, nothing speaks for it any more. The key of 2023 was such a key.',
  remedy:
    'Nothing, when this is only noted. Otherwise sign out, sign in again, and tell your IT department.',
  example:
    'The certificate of the key `K` ended on 2026-10-01, and a token with `"iat"` of 2026-11-24 is signed with it.',
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
    if (issuedAt <= certificate.notAfterSeconds) return pass;
    const retiredSinceMs = key.kind === 'selected' ? (key.life?.retiredSinceMs ?? null) : null;
    const evidence = [
      { name: 'issued-at', value: String(issuedAt) },
      { name: 'expires-at', value: String(certificate.notAfterSeconds) },
    ] as const;
    if (retiredSinceMs === null) return fail('note', evidence);
    const since = { name: 'retired-since', value: String(retiredSinceMs / 1000) } as const;
    return fail('attention', [...evidence, since]);
  },
};
