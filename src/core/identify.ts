import type { Directory } from './configured/directory.ts';
import type { IssuerFacts, KeyFacts } from './facts.ts';
import { findCandidates } from './issuers/candidates.ts';
import type { KeyPort } from './keys/key.ts';
import { seekKey } from './keys/seek.ts';
import type { Provider } from './providers/provider.ts';
import { readText } from './token/claims.ts';
import type { UnverifiedToken } from './token/token.ts';

/** Who a token says made it, and the key that it names, found together: where clouds share a name, the key tells them apart. */
export interface Identity {
  readonly issuer: IssuerFacts;
  readonly key: KeyFacts;
  readonly clockErrorMs: number | null;
}

/** Finds the issuer by the `iss` claim (RFC 7519 section 4.1.1) and the key by the header. Verifies nothing. */
export async function identifyIssuer(
  token: UnverifiedToken,
  provider: Provider | null,
  keys: KeyPort,
  { findIssuers }: Directory,
): Promise<Identity> {
  const iss = readText(token.claims, 'iss');
  const candidates = iss === null ? null : findCandidates(iss, token.claims, provider, findIssuers);
  if (iss === null || candidates === null) {
    const issuer: IssuerFacts = iss === null ? { kind: 'absent' } : { kind: 'unknown', iss };
    return { issuer, key: { kind: 'not-sought' }, clockErrorMs: null };
  }
  const { match, facts, clockErrorMs } = await seekKey(token, candidates, keys);
  return { issuer: { kind: 'known', iss, ...match }, key: facts, clockErrorMs };
}
