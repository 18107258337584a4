import { readMember } from './claims.ts';
import { nameOpaque } from './opaque.ts';
import { parseJsonObject } from './strict-json.ts';
import type { MalformedCredential, UninspectedCredential } from './token.ts';

/** Longest text that is looked at for a JSON serialisation, characters. */
export const maxSerializationLength = 65_536;

/**
 * What a credential is that does not begin like a compact token: a signature or an encryption in its JSON serialisation (RFC 7515
 * section 7.2, RFC 7516 section 7.2), which no standard allows as a token (RFC 7519 section 3); an `MSAuth` header whose parameters
 * could not be read; or a text of some other family.
 */
export function judgeOther(text: string): UninspectedCredential | MalformedCredential {
  const start = text.trimStart();
  if (start.startsWith('{') && isSerialization(start)) return refusals.serialization;
  const family = nameOpaque(text);
  if (family === 'opaque' && /^MSAuth[12]\.0(?:\s|$)/i.test(start)) return refusals.parameters;
  return Object.freeze({ kind: 'not-inspected', reason: family });
}

function isSerialization(text: string): boolean {
  if (text.length > maxSerializationLength) return false;
  const parsed = parseJsonObject(new TextEncoder().encode(text.trimEnd()));
  if (!parsed.ok) return false;
  const has = (name: string) => readMember(parsed.value.object, name) !== undefined;
  return (has('payload') && (has('signature') || has('signatures'))) || has('ciphertext');
}

const refusals = {
  serialization: Object.freeze({ kind: 'malformed', code: 'json-serialization' }),
  parameters: Object.freeze({ kind: 'malformed', code: 'parameters-invalid' }),
} as const;
