import type { ServerTrust } from './challenge/read-trusted.ts';

/** How a credential travelled, or where it was kept. */
export type Presentation =
  /** `Authorization: Bearer` (RFC 6750 section 2.1). */
  | 'bearer'
  /** `Authorization: DPoP` with a proof beside it (RFC 9449 section 7.1). */
  | 'dpop'
  /** `Authorization: PoP`: a signed request that carries the token (draft-ietf-oauth-signed-http-request-03). */
  | 'pop'
  /** Inside an `MSAuth1.0` or `MSAuth2.0` header. */
  | 'msauth'
  /** Under another scheme of the `Authorization` header. */
  | 'other-scheme'
  /** Inside another token. */
  | 'nested'
  /** As the ID token of a sign-in answer (OpenID Connect Core section 3.3.2.5). */
  | 'id-token'
  /** In a query, fragment or form under another name. */
  | 'parameter'
  | 'cookie'
  | 'storage'
  | 'unknown';

/** Headers of a request that belong to W3C Device Bound Session Credentials. */
export interface DeviceBinding {
  /** Signed answers to a server's challenge (`Secure-Session-Response`). */
  readonly responses: readonly string[];
  /** Whether the browser named the session (`Sec-Secure-Session-Id`, which pages cannot write). */
  readonly isNamed: boolean;
}

/** What surrounded a credential when it was seen. As hostile as the credential, and as short-lived. */
export interface UseContext {
  readonly presentedAs: Presentation;
  /** Method and address of the request that carried it; null where there was none or it is not known. */
  readonly method: string | null;
  readonly url: string | null;
  /** When that request left, milliseconds since the epoch by the clock of the computer that sent it; null: not known. */
  readonly sentAtMs: number | null;
  /** Values of the `DPoP` headers of the same request (RFC 9449 section 4.1), or the signed request that carried the token. */
  readonly proofs: readonly string[];
  /** What the same request said of a session that is bound to the device; null: nothing, or not known. */
  readonly deviceBinding: DeviceBinding | null;
  /** Authorization code and access token that came in the same answer as an ID token; null: none did. */
  readonly code: string | null;
  readonly accessToken: string | null;
  /** What the server said to the request that carried it; null: not known (yet). */
  readonly answer: 'accepted' | 'refused' | null;
  /** Whom the server of that host said it trusts, when it refused something; null: nothing is known of that. */
  readonly serverTrust: ServerTrust | null;
}

/** A credential of which nothing but its text is known. */
export const noContext: UseContext = Object.freeze({
  presentedAs: 'unknown',
  method: null,
  url: null,
  sentAtMs: null,
  proofs: Object.freeze([]),
  deviceBinding: null,
  code: null,
  accessToken: null,
  answer: null,
  serverTrust: null,
});

/** Whether a tab's address holds the credential and no request is known to have carried it: it may stand there since long ago. */
export const isStandingAddress = ({ presentedAs, method, url, sentAtMs }: UseContext): boolean =>
  (presentedAs === 'id-token' || presentedAs === 'parameter') &&
  url !== null &&
  method === null &&
  sentAtMs === null;

/** A token inside another: what surrounds it is that other one. */
export const nestedContext: UseContext = Object.freeze({ ...noContext, presentedAs: 'nested' });

/**
 * One credential seen in one place by a token source. Holds the credential's text, so it lives in memory only and is
 * dropped after `inspect` returns.
 */
export interface Sighting {
  /** The credential exactly as sent (RFC 6750 section 2.1 for bearer headers), unverified and hostile. */
  readonly credential: string;
  /** Id of the source that saw it, e.g. `request-header`. */
  readonly source: string;
  /** Milliseconds since the epoch when it was seen, by the local clock. */
  readonly seenAtMs: number;
  /** Host that the credential was sent to or kept for, lower case, no port. */
  readonly host: string;
  /** Host of the page that used it; null when unknown (a typed address, the start of the browser). */
  readonly documentHost: string | null;
  /** Tabs that it concerns; empty when none could be named (a service worker without clients). */
  readonly tabIds: readonly number[];
  /** Seen in a private window: nothing about it may reach the disk. */
  readonly isPrivate: boolean;
  readonly context: UseContext;
}
