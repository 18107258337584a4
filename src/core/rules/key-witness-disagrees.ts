import { isConfirmed } from '../issuers/verifiability.ts';
import type { Disagreement } from '../keys/witness/compare.ts';
import { type Evidence, fail, notApplicable, pass, type Rule } from './rule.ts';

export const keyWitnessDisagrees: Rule = {
  id: 'key-witness-disagrees',
  severity: 'danger',
  essential: false,
  checks: 'Everybody who knows this key says the same of it',
  title: 'What the issuer’s list says of this session’s key is not what is known of it elsewhere.',
  explanation:
    'Countersign knows keys from more than one place: from each of the issuer’s lists, and from a copy that came with it. They cannot both be right about this key. One of the lists may have been changed, for everybody or only for this computer.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again from another network, and tell your IT department.',
  example:
    'Header `{"kid":"K", …}`: the document of version 2.0 lists one key as `K`, that of version 1.0 another one.',
  spec: [
    { label: 'RFC 7517 section 4.5', url: 'https://www.rfc-editor.org/rfc/rfc7517#section-4.5' },
    { label: 'RFC 8725 section 3.8', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.8' },
  ],
  needs: ['known-issuer', 'selected-key'],
  check: ({ issuer, key }) => {
    if (issuer.kind !== 'known' || key.kind !== 'selected') return notApplicable;
    const { disagreements } = key;
    if (disagreements.length === 0) return pass;
    // Where names are made from certificates, one name is one key for ever; and nowhere is one key two owners'.
    const isImpossible =
      (issuer.issuer.keyIdForm === 'x5t' && isConfirmed(issuer.issuer, 'key-id-form')) ||
      disagreements.some(({ about }) => about === 'owner');
    return fail(isImpossible ? 'danger' : 'attention', [
      { name: 'key-id', value: key.key.kid ?? '' },
      { name: 'key-thumbprint', value: key.key.thumbprint },
      { name: 'key-document', value: key.url },
      ...disagreements.flatMap(listEvidence),
    ]);
  },
};

const listEvidence = ({ about, source, value }: Disagreement): readonly Evidence[] => [
  { name: about === 'owner' ? 'key-owner-elsewhere' : 'key-thumbprint-elsewhere', value },
  { name: 'witness', value: source },
];
