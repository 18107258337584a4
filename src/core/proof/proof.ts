/** Why a proof is none, whatever it says: form and key (RFC 9449 sections 4.2 and 4.3, checks 1 to 7). */
export type ProofFault =
  /** More than one `DPoP` header. */
  | 'several'
  | 'too-long'
  /** No compact JSON Web Signature in its one correct form. */
  | 'malformed'
  /** `typ` is not `dpop+jwt`. */
  | 'kind'
  /** An extension that must be understood (RFC 7515 section 4.1.11); proofs have none. */
  | 'extension'
  /** `none`, or an algorithm with a shared secret. */
  | 'algorithm-without-key'
  | 'key-missing'
  /** The private half of the key, or a shared secret, is written in the proof. */
  | 'key-private'
  /** `jti`, `htm`, `htu`, `iat` or `ath` is missing or of another type. */
  | 'claims-missing';

/** Whether the proof and what it was sent with agree; `unknown`: one of them does not say. */
export type Agreement = 'same' | 'other' | 'unknown';

/** What is known of the proof of possession (RFC 9449) that came with a token. */
export type ProofFacts =
  /** None came, or nothing asks for one. */
  | { readonly kind: 'none' }
  | { readonly kind: 'faulty'; readonly fault: ProofFault }
  | {
      readonly kind: 'read';
      /** With the key that the proof names itself (check 6). */
      readonly signature: 'verified' | 'failed' | 'not-checked';
      /** `htm` (check 8). */
      readonly method: Agreement;
      /** `htu`, without query and fragment, normalised (check 9). */
      readonly address: Agreement;
      /** `ath`, the hash of the token (check 12a). */
      readonly token: Exclude<Agreement, 'unknown'>;
      /** The proof's key and the one that the token is bound to, `cnf.jkt` (check 12b); `unknown`: the token names none. */
      readonly key: Agreement;
      /**
       * Seconds from `iat` to when it was sent, by the clock of the computer that did both; negative: from the future (check 11).
       * Null: when it was sent is not known.
       */
      readonly ageSeconds: number | null;
      /** It answers a server's `nonce`, which then decides about its age (checks 10 and 11); whether it is the right one nobody here knows. */
      readonly hasNonce: boolean;
    };

export const noProof: ProofFacts = Object.freeze({ kind: 'none' });
