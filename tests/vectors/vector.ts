/** Why a published vector cannot say anything about this core. The sentences stand in docs/vectors.md. */
export const notApplicableReasons = {
  'shared-secret':
    'sealed with a shared secret (HMAC); Countersign holds none and reads no such key',
  encrypted: 'an encrypted token (JWE); Countersign has no private key and says “not inspected”',
  'json-serialization': 'written as a JSON object, which no bearer header carries',
  detached: 'its payload is somewhere else, so the credential does not hold what was signed',
  'no-protected-header':
    'its algorithm stands outside of what is signed; compact tokens have no such place',
} as const;

export type NotApplicable = keyof typeof notApplicableReasons;

interface PublishedVector {
  /** Unique within its source, free of token text, e.g. `signature 33 acceptsValid`. */
  readonly id: string;
  /** Null when it applies. */
  readonly notApplicable: NotApplicable | null;
}

/** A credential with the keys that its source publishes for it. */
export interface SignatureVector extends PublishedVector {
  readonly kind: 'signature';
  /** What its source says of it; of those that do not apply only that the core must not accept them. */
  readonly expected: 'valid' | 'invalid';
  readonly credential: string;
  readonly keys: readonly Entry[];
}

/** An entry of a key document. */
export interface KeyVector extends PublishedVector {
  readonly kind: 'key';
  /** `listed`: usable for signatures, by its public members alone; `skipped`: nothing that may verify a signature. */
  readonly expected: 'listed' | 'skipped';
  readonly entry: Entry;
}

export type Vector = SignatureVector | KeyVector;

export type Entry = Readonly<Record<string, unknown>>;
