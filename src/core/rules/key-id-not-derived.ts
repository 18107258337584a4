import { isConfirmed } from '../issuers/verifiability.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const keyIdNotDerived: Rule = {
  id: 'key-id-not-derived',
  severity: 'attention',
  essential: false,
  checks: 'The key’s name was made as its issuer makes names',
  title: 'The name of this session’s key is not made the way its issuer makes them.',
  explanation:
    'This issuer names every key after its certificate. The published entry of this key has a name, or a mark of its certificate, that differs from that.',
  remedy: 'Sign out and sign in again. If the message comes back, tell your IT department.',
  example:
    'Key document entry `{"kid":"my-key","x5c":["…"]}` of an issuer whose `kid` is always the SHA-1 of the certificate.',
  spec: [
    {
      label: 'RFC 7515 section 4.1.7',
      url: 'https://www.rfc-editor.org/rfc/rfc7515#section-4.1.7',
    },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ issuer, key }) => {
    if (issuer.kind !== 'known' || key.kind !== 'selected') return notApplicable;
    const { kid, x5t, certificate } = key.key;
    const derived = certificate?.sha1 ?? x5t;
    if (issuer.issuer.keyIdForm !== 'x5t' || kid === null || derived === null) return notApplicable;
    // The mark is the certificate's SHA-1 as well (RFC 7517 section 4.8).
    if (kid === derived && (x5t === null || x5t === derived)) return pass;
    const isKnown = isConfirmed(issuer.issuer, 'key-id-form');
    return fail(isKnown ? 'attention' : 'note', [
      { name: 'key-id', value: kid },
      { name: 'detail', value: derived },
    ]);
  },
};
