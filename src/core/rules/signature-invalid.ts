import type { Facts } from '../facts.ts';
import { assertNever } from '../invariant.ts';
import {
  isConfirmedAddress,
  type Verifiability,
  verifiabilityOf,
} from '../issuers/verifiability.ts';
import { readTokenKind } from '../token/token-kind.ts';
import { fail, pass, type Rule, type Severity, unknown } from './rule.ts';

export const signatureInvalid: Rule = {
  id: 'signature-invalid',
  severity: 'danger',
  essential: true,
  checks: 'The signature was made with the issuer’s key and nothing was changed since',
  title: 'This session was changed, or was never issued by who it claims.',
  explanation:
    'The issuer seals every session with a signature that only its own key can make. The seal of this session does not fit: either its content was altered after it was issued, or somebody without the key made it up.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Header `{"alg":"RS256","kid":"K"}`, payload `{"upn":"eve@contoso.example", …}`: the payload was changed after the key `K` had signed it.',
  spec: [
    { label: 'RFC 7515 section 5.2', url: 'https://www.rfc-editor.org/rfc/rfc7515#section-5.2' },
    { label: 'RFC 8725 section 3.3', url: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.3' },
  ],
  needs: ['known-issuer'],
  check: (facts) => {
    const { signature, key } = facts;
    switch (signature.kind) {
      case 'verified':
        return pass;
      case 'failed':
        return fail(
          severityOfFailure(facts),
          key.kind === 'selected'
            ? [
                { name: 'key-id', value: key.key.kid ?? '' },
                { name: 'key-document', value: key.url },
              ]
            : [],
        );
      case 'not-checked':
        return unknown(reasonFor[signature.reason]);
      default:
        return assertNever(signature);
    }
  },
};

/** Where the issuer says that others cannot check such tokens, or nobody has said that they can, a failure is no proof. */
const severities: Readonly<Record<Verifiability, Severity>> = {
  sampled: 'danger',
  specified: 'danger',
  'audience-only': 'attention',
  unstated: 'attention',
};

function severityOfFailure({ issuer, key, token }: Facts): Severity {
  if (issuer.kind !== 'known') return 'attention';
  if (key.kind === 'selected' && !isConfirmedAddress(issuer.issuer, key.url)) return 'note';
  return severities[verifiabilityOf(issuer.issuer, readTokenKind(token), token.claims)];
}

const reasonFor = {
  'no-key': 'key-not-found',
  'key-ambiguous': 'key-ambiguous',
  'key-unavailable': 'key-server-unreachable',
  'key-unusable': 'key-unusable',
  algorithm: 'algorithm-unchecked',
  'issuer-unknown': 'issuer-unknown',
} as const;
