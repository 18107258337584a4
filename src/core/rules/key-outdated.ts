import { readSeconds } from '../token/claims.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const keyOutdated: Rule = {
  id: 'key-outdated',
  severity: 'note',
  essential: false,
  checks: 'The certificate of the key had not run out',
  title: 'The certificate of this session’s key had run out.',
  explanation:
    'Published keys come with a certificate that has an end. This session was signed after it. Issuers have done that with genuine keys, so it proves nothing alone; the key of 2023 was such a key too.',
  remedy: 'Nothing for now. Tell your IT department if they ask for unusual sessions.',
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
    return fail('note', [
      { name: 'issued-at', value: String(issuedAt) },
      { name: 'expires-at', value: String(certificate.notAfterSeconds) },
    ]);
  },
};
