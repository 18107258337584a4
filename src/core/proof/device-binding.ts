import { verifyWithKey } from '../keys/verify.ts';
import type { DeviceBinding } from '../sighting.ts';
import { readMember, readText } from '../token/claims.ts';
import { decodeCredential } from '../token/decode.ts';
import type { ProofFault } from './proof.ts';
import { maxProofLength, readProofKey } from './read-proof.ts';

/** What is known of a session's binding to this device (W3C Device Bound Session Credentials). */
export type DeviceBindingFacts =
  /** Nothing was seen of one, or it was only offered, or left out by agreement. */
  | { readonly kind: 'none' }
  | { readonly kind: 'faulty'; readonly fault: ProofFault }
  | {
      readonly kind: 'answered';
      /** With the key that a registration brings; `unseen`: a later answer, whose key the server alone knows. */
      readonly signature: 'verified' | 'failed' | 'not-checked' | 'unseen';
      /** Whether the browser named the bound session in a header that no page can write. */
      readonly isNamed: boolean;
    };

export const noBinding: DeviceBindingFacts = Object.freeze({ kind: 'none' });

/** Most headers that are looked at. */
export const maxHeaders = 256;

/** Headers of W3C Device Bound Session Credentials, and their older names (README of w3c/webappsec-dbsc, read 2026-11-25). */
const responseNames = new Set(['secure-session-response', 'sec-session-response']);
const idNames = new Set(['sec-secure-session-id', 'sec-session-id']);

/** What the headers of a request say of a session's binding to the device; null: nothing. Copies no session id. */
export function readDeviceBinding(
  headers: Iterable<{ readonly name: string; readonly value: string }>,
): DeviceBinding | null {
  const responses: string[] = [];
  let isNamed = false;
  let count = 0;
  for (const { name, value } of headers) {
    if (++count > maxHeaders) break;
    const lower = name.toLowerCase();
    if (responseNames.has(lower)) responses.push(value);
    if (idNames.has(lower)) isNamed = true;
  }
  return responses.length === 0 && !isNamed ? null : { responses, isNamed };
}

/**
 * Checks the signed answer to a server's challenge, as far as anyone but the server can: its form, and at registration that it was
 * made with the key that it brings. Costs a signature check then.
 */
export async function checkDeviceBinding({
  responses,
  isNamed,
}: DeviceBinding): Promise<DeviceBindingFacts> {
  if (responses.length === 0) return noBinding;
  const [text = ''] = responses;
  if (responses.length > 1) return faulty('several');
  if (text.length > maxProofLength) return faulty('too-long');
  // A string of structured fields (RFC 9651 section 3.3.3), which has quotes; a token needs no escapes in it.
  const token = decodeCredential(text.trim().replace(/^"(.*)"$/, '$1'));
  if (token.kind !== 'jws' || token.oddities.length > 0) return faulty('malformed');
  const { alg, typ } = token.members;
  if (typ?.toLowerCase() !== 'dbsc+jwt') return faulty('kind');
  const hasKey = readMember(token.header, 'jwk') !== undefined;
  // The standard lets a browser without a key store say so.
  if (alg === 'none' && !hasKey) return noBinding;
  if (alg !== 'ES256' && alg !== 'RS256') return faulty('algorithm-without-key');
  if (readText(token.claims, 'jti') === null) return faulty('claims-missing');
  if (!hasKey) return Object.freeze({ kind: 'answered', signature: 'unseen', isNamed });
  const key = readProofKey(token.header);
  if (!key.ok) return faulty(key.code);
  const signature = await verifyWithKey(token, key.value, alg);
  return Object.freeze({ kind: 'answered', signature, isNamed });
}

const faulty = (fault: ProofFault): DeviceBindingFacts => Object.freeze({ kind: 'faulty', fault });
