import { type Result, refuse, succeed } from '../result.ts';
import { isKeyAddress } from './address.ts';

/** Most algorithms of a discovery document that are handed on, and the longest name of one, characters. */
export const maxDiscoveredAlgorithms = 32;
const maxAlgorithmLength = 16;

/** What an issuer's discovery document says, as far as it is used. */
export interface Discovery {
  /** Address of its key set; on any host, because its issuer says so over its own name. */
  readonly keyDocument: string;
  /** `id_token_signing_alg_values_supported`, for people; empty where it is left out. Nothing is decided by it. */
  readonly algorithms: readonly string[];
}

/**
 * Why a discovery document is not used. `not-a-discovery-document`: no object, or no issuer in it; `issuer-differs`: it speaks for
 * another one; `keys-not-https`: its key set does not stand at a plain https address.
 */
export type DiscoveryProblem = 'not-a-discovery-document' | 'issuer-differs' | 'keys-not-https';

/**
 * Reads a discovery document (OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2). Its issuer must be the configured one
 * character by character (Discovery section 4.3, RFC 8414 section 3.3), and `jwks_uri` a plain https address, here with a query at most.
 * Trusts nothing but that it came from the issuer's own address.
 */
export function parseDiscovery(
  value: unknown,
  issuer: string,
): Result<Discovery, DiscoveryProblem> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('not-a-discovery-document');
  }
  const named = read(value, 'issuer');
  if (typeof named !== 'string') return refuse('not-a-discovery-document');
  if (named !== issuer) return refuse('issuer-differs');
  const keyDocument = read(value, 'jwks_uri');
  if (typeof keyDocument !== 'string' || !isKeyAddress(keyDocument)) {
    return refuse('keys-not-https');
  }
  return succeed(Object.freeze({ keyDocument, algorithms: readAlgorithms(value) }));
}

const read = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

function readAlgorithms(value: object): readonly string[] {
  const named = read(value, 'id_token_signing_alg_values_supported');
  if (!Array.isArray(named)) return Object.freeze([]);
  return Object.freeze(
    named
      .slice(0, maxDiscoveredAlgorithms)
      .filter((name): name is string => typeof name === 'string' && /^[\w-]+$/.test(name))
      .filter((name) => name.length <= maxAlgorithmLength),
  );
}
