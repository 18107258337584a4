import type { CertificateFacts } from './certificate.ts';
import type { KeyConnection } from './connection.ts';
import type { KeyHistory } from './history/history.ts';

/** An RSA or elliptic-curve public key of a key document, reduced to the members that are needed, frozen. */
export interface PublicJwk {
  readonly kty: string;
  readonly n?: string;
  readonly e?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
}

/** A key as one key document published it (RFC 7517 section 4). */
export interface PublishedKey {
  readonly jwk: PublicJwk;
  /** RFC 7517 section 4.5. */
  readonly kid: string | null;
  /** RFC 7517 section 4.8: base64url SHA-1 of the certificate. */
  readonly x5t: string | null;
  /** RFC 7517 section 4.4; Entra leaves it out. */
  readonly alg: string | null;
  /** Microsoft's own `issuer` member: whom the key may speak for; null when absent or not a text. */
  readonly owner: string | null;
  /**
   * Microsoft's own `cloud_instance_name` member: the cloud that the key belongs to, such as `microsoftonline.com`. Its .NET
   * library compares it (AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet at c6b3b6a4, 2024-10-24); in
   * documents of 2024 it is absent. Null when absent or not a text.
   */
  readonly cloudInstance: string | null;
  /** Of its certificate (RFC 7517 section 4.7); null when none is published or it cannot be read. */
  readonly certificate: CertificateFacts | null;
  /** Whether its certificate holds another key than the entry (against RFC 7517 section 4.7). */
  readonly certifiesOther: boolean;
  /** RFC 7638 thumbprint, SHA-256, base64url: the key's identity by material. */
  readonly thumbprint: string;
}

/** A parsed key document. */
export interface KeyDocument {
  readonly url: string;
  readonly keys: readonly PublishedKey[];
  /** Entries that could not be used (unknown type, missing members), counted, never guessed. */
  readonly skipped: number;
}

/** What is known of one key document at this moment. */
export interface KeyReading {
  readonly url: string;
  /** Null when it was never read. */
  readonly document: KeyDocument | null;
  /** Milliseconds since the epoch when `document` was last confirmed by its server; null with it. */
  readonly confirmedAtMs: number | null;
  /** `fresh`: recent enough to say that a key is absent; `stale`: only good for keys it has. */
  readonly freshness: 'fresh' | 'stale' | 'none';
  /** Why it is not fresh; null when it is. */
  readonly problem: KeyProblem | null;
  /** What its answers said over time; left out: nothing is remembered. */
  readonly history?: KeyHistory;
  /** By which connection it came; null or left out: the browser did not tell. */
  readonly connection?: KeyConnection | null;
}

/** Stable codes of what kept a key document from being read. */
export type KeyProblem =
  | 'offline'
  | 'timeout'
  | 'server-error'
  | 'not-a-key-document'
  | 'too-large'
  | 'permission-missing'
  | 'cooling-down';

export interface KeyAnswer {
  /** In the order asked. */
  readonly readings: readonly KeyReading[];
  /** Clock of the key servers minus the local clock, milliseconds, from their `Date` headers (RFC 9110 section 6.6.1); null: none seen. */
  readonly clockErrorMs: number | null;
}

/** How the core asks its surroundings for keys. Must answer in bounded time and must not throw. */
export interface KeyPort {
  /**
   * What is known of a document at this moment, without asking anybody; null: nothing. With it, documents are compared with
   * each other. Left out: only documents that are read are known.
   */
  recall?(url: string): KeyReading | null;
  /**
   * @param urls fixed addresses of key documents, from an issuer's data
   * @param wanted the key id that a token names; when no fresh reading has it, the surroundings may ask the server again,
   *   within their cooldown
   */
  read(
    urls: readonly string[],
    wanted: { readonly kid: string | null; readonly x5t: string | null },
  ): Promise<KeyAnswer>;
}
