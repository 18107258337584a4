import type { ProofFacts, ProofFault } from '../proof/proof.ts';
import { fail, notApplicable, pass, type Rule, type Severity, unknown } from './rule.ts';

export const proofInvalid: Rule = {
  id: 'proof-invalid',
  severity: 'danger',
  essential: false,
  checks: 'The proof that came with the session was made with the key that it names',
  title: 'The proof that came with this session is none.',
  explanation:
    'Some sessions are bound to a key that never leaves the computer, and each use brings a fresh proof that this key is at hand. The proof that came with this one is broken, too old, or was not made with the key that it names.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    '`DPoP: eyJ…` whose payload says `"iat"` of yesterday, or whose signature does not fit the key in its header.',
  spec: [
    { label: 'RFC 9449 section 4.3', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-4.3' },
    { label: 'RFC 9449 section 11.1', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-11.1' },
  ],
  needs: [],
  check: ({ proof }) => {
    switch (proof.kind) {
      case 'none':
        return notApplicable;
      case 'faulty':
        return fail(severityOf[proof.fault], [{ name: 'detail', value: proof.fault }]);
      case 'read':
        return judge(proof);
    }
  },
};

function judge({ signature, ageSeconds, hasNonce }: ProofFacts & { readonly kind: 'read' }) {
  if (signature === 'failed') return fail('danger', [{ name: 'detail', value: 'signature' }]);
  if (signature === 'not-checked') return unknown('algorithm-unchecked');
  // With a server's nonce in it, the server alone knows how old it may be.
  if (hasNonce) return pass;
  if (ageSeconds === null) return unknown('request-unknown');
  if (Math.abs(ageSeconds) <= maxProofAgeSeconds) return pass;
  return fail('attention', [{ name: 'detail', value: `iat ${Math.round(ageSeconds)} s` }]);
}

/** Longest time between the making of a proof and its use, seconds. Both happen on one computer, within the time of a request. */
export const maxProofAgeSeconds = 300;

/** A careless program can write a malformed proof; none signs with nothing, or gives its secret away. */
const severityOf: Readonly<Record<ProofFault, Severity>> = {
  several: 'attention',
  'too-long': 'attention',
  malformed: 'attention',
  kind: 'attention',
  extension: 'attention',
  'algorithm-without-key': 'danger',
  'key-missing': 'attention',
  'key-private': 'danger',
  'claims-missing': 'attention',
};
