import type { OpaqueFamily } from './opaque.ts';

/** JSON as it came out of a token: hostile, frozen, looked up with `Object.hasOwn` only. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Something about a token's text that standards forbid or that is unusual, though the token could still be read. */
export type Oddity =
  | {
      readonly code: 'member-duplicate';
      readonly where: 'header' | 'claims';
      readonly name: string;
    }
  | {
      readonly code: 'encoding-not-canonical';
      readonly where: 'header' | 'claims' | 'signature';
    };

/** Header members of a JSON Web Signature that rules ask for, each with its section of RFC 7515. Wrong types read as null. */
export interface HeaderMembers {
  /** Section 4.1.1. */
  readonly alg: string | null;
  /** Section 4.1.4. Attacker-chosen text: compared, never parsed or fetched. */
  readonly kid: string | null;
  /** Section 4.1.7. */
  readonly x5t: string | null;
  /** Section 4.1.9. */
  readonly typ: string | null;
  /** No standard: Microsoft Graph and others sign its SHA-256 in its place. */
  readonly nonce: string | null;
}

/** A compact JSON Web Signature whose text could be read. NOTHING in it has been verified. */
export interface UnverifiedToken {
  readonly kind: 'jws';
  readonly header: JsonObject;
  readonly members: HeaderMembers;
  /** Empty where the payload is another token. */
  readonly claims: JsonObject;
  /** The payload where it is another token (RFC 7519 section 5.2), unread; null where it is an object of claims. */
  readonly payloadToken: string | null;
  readonly segments: {
    readonly header: string;
    readonly claims: string;
    readonly signature: string;
  };
  /** What the signature segment decodes to; empty when it is. Not to be written to. */
  readonly signatureBytes: Uint8Array<ArrayBuffer>;
  /** The header's JSON text, byte for byte, for the header-nonce form. */
  readonly headerText: string;
  readonly oddities: readonly Oddity[];
}

/** A credential that cannot be inspected, and why. */
export type UninspectedCredential =
  /** No token structure at all. */
  | { readonly kind: 'not-inspected'; readonly reason: OpaqueFamily }
  /** Five segments (RFC 7516 section 7.1). */
  | {
      readonly kind: 'not-inspected';
      readonly reason: 'encrypted';
      readonly encryption: EncryptionHeader;
    };

/** Members of a JSON Web Encryption's header; nothing else of it is read, and nothing in it is protected from its sender. */
export interface EncryptionHeader {
  readonly alg: string | null;
  readonly enc: string;
  readonly kid: string | null;
  readonly typ: string | null;
}

/** Text that claims to be a token and breaks its standard so that nothing can be said about its content. */
export interface MalformedCredential {
  readonly kind: 'malformed';
  readonly code:
    | 'too-long'
    | 'json-serialization'
    | 'parameters-invalid'
    | 'segment-count'
    | 'segment-empty'
    | 'base64url-invalid'
    | 'utf8-invalid'
    | 'json-invalid'
    | 'json-too-deep'
    | 'not-an-object';
}

export type DecodedCredential = UnverifiedToken | UninspectedCredential | MalformedCredential;
