import { isConfirmed } from '../issuers/verifiability.ts';
import { fail, notApplicable, pass, type Rule } from './rule.ts';

export const keySwapped: Rule = {
  id: 'key-swapped',
  severity: 'danger',
  essential: false,
  checks: 'The key under this name has always been the same',
  title: 'The key of this session was exchanged under its name.',
  explanation:
    'The issuer’s list shows another key under the same name than it did before. Issuers give every new key a new name. Somebody may stand between this computer and the issuer, or have changed the list.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Header `{"kid":"K", …}`: yesterday the key document gave the modulus `n=0xA…` for `K`, today it gives `n=0xB…`.',
  spec: [
    { label: 'RFC 7517 section 4.5', url: 'https://www.rfc-editor.org/rfc/rfc7517#section-4.5' },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ issuer, key }) => {
    if (issuer.kind !== 'known' || key.kind !== 'selected') return notApplicable;
    if (!key.isSwapped) return pass;
    // Where names are made from certificates, the same name cannot stand for two keys.
    const isImpossible =
      issuer.issuer.keyIdForm === 'x5t' && isConfirmed(issuer.issuer, 'key-id-form');
    return fail(isImpossible ? 'danger' : 'attention', [
      { name: 'key-id', value: key.key.kid ?? '' },
      { name: 'key-thumbprint', value: key.key.thumbprint },
      { name: 'key-document', value: key.url },
    ]);
  },
};
