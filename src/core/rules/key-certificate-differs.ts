import { isConfirmed } from '../issuers/verifiability.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const keyCertificateDiffers: Rule = {
  id: 'key-certificate-differs',
  severity: 'danger',
  essential: false,
  checks: 'The key and its certificate are the same key',
  title: 'The certificate of this session’s key belongs to another key.',
  explanation:
    'The issuer’s list shows a key together with its certificate, and both must be the same key. Here they are not. Somebody may have put a key of their own beside a genuine certificate, so that its name still looks right.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Key document entry `{"kid":"K","n":"…","x5c":["…"]}`: the certificate in `x5c` holds another modulus than `n`.',
  spec: [
    { label: 'RFC 7517 section 4.7', url: 'https://www.rfc-editor.org/rfc/rfc7517#section-4.7' },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ issuer, key }) => {
    if (issuer.kind !== 'known' || key.kind !== 'selected') return notApplicable;
    const { certificate, certifiesOther, kid, thumbprint } = key.key;
    if (certificate === null) return notApplicable;
    if (!certifiesOther) return pass;
    // An issuer that makes names from certificates makes entries from them; others may be careless.
    const isImpossible =
      issuer.issuer.keyIdForm === 'x5t' && isConfirmed(issuer.issuer, 'key-id-form');
    return fail(isImpossible ? 'danger' : 'attention', [
      { name: 'key-id', value: kid ?? '' },
      { name: 'key-thumbprint', value: thumbprint },
      { name: 'detail', value: certificate.sha1 },
      { name: 'key-document', value: key.url },
    ]);
  },
};
