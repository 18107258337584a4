import type { SignatureFacts } from '../facts.ts';
import type { UnverifiedToken } from '../token/token.ts';
import { type DeniedKey, deniedKeys } from './denied.ts';
import { verifySignature } from './verify.ts';

/** Algorithms (RFC 7518 section 3.1) that a stolen RSA key can sign with. */
const rsaAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];

/**
 * The denied key that made a signature which no published key explains, whatever the token calls its key and whoever it says
 * its issuer is. Null: none did. Costs a signature check for each denied key, and nothing for a token that verified.
 */
export async function findDeniedSigner(
  token: UnverifiedToken,
  signature: SignatureFacts,
  keys: readonly DeniedKey[] = deniedKeys,
): Promise<DeniedKey | null> {
  const { alg } = token.members;
  if (signature.kind === 'verified' || alg === null || !rsaAlgorithms.includes(alg)) return null;
  for (const denied of keys) {
    const checked = await verifySignature(token, denied.key, {
      algorithms: [alg],
      headerNonce: true,
    });
    if (checked.kind === 'verified') return denied;
  }
  return null;
}
