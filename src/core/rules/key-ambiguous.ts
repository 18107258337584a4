import type { Issuer } from '../issuers/issuer.ts';
import { isConfirmed, isConfirmedAddress } from '../issuers/verifiability.ts';
import { fail, notApplicable, pass, type Rule, type Severity } from './rule.ts';

export const keyAmbiguous: Rule = {
  id: 'key-ambiguous',
  severity: 'danger',
  essential: false,
  checks: 'The issuer’s list shows one key under the name that the session gives',
  title: 'The issuer’s list shows several keys under the name that this session gives.',
  explanation:
    'Each key has a name of its own, so that everybody checks a session with the same key. Here one name stands for different keys. Somebody may have added one to the list, and a server that tries them all would accept what it signs.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example: 'Header `{"kid":"K", …}`: one key document lists two keys with `"kid":"K"`.',
  spec: [
    { label: 'RFC 7517 section 4.5', url: 'https://www.rfc-editor.org/rfc/rfc7517#section-4.5' },
    { label: 'RFC 8725 section 3.10', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.10' },
  ],
  needs: ['known-issuer'],
  check: ({ issuer, key, token }) => {
    if (issuer.kind !== 'known') return notApplicable;
    if (key.kind === 'selected') return pass;
    if (key.kind !== 'ambiguous') return notApplicable;
    return fail(severityFor(issuer.issuer, key.url), [
      { name: 'key-id', value: token.members.kid ?? token.members.x5t ?? '' },
      { name: 'detail', value: String(key.candidates) },
      { name: 'key-document', value: key.url },
    ]);
  },
};

function severityFor(issuer: Issuer, url: string): Severity {
  if (!isConfirmedAddress(issuer, url)) return 'note';
  // Where names are made from certificates, the same name cannot stand for two keys.
  const isImpossible = issuer.keyIdForm === 'x5t' && isConfirmed(issuer, 'key-id-form');
  return isImpossible ? 'danger' : 'attention';
}
