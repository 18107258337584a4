/** Where a fact comes from. `verified: false` marks facts that never cause more than a note. */
export interface Citation {
  readonly url: string;
  /** Day on which the page was read, ISO 8601. */
  readonly read: string;
  readonly verified: boolean;
}

/**
 * What a session cookie is for: `session` names the session to the mail service, `sign-in` the one with the provider's sign-in
 * service that all of its services share, `renewal` gets new short-lived ones, `request-proof` is the key of keyed hashes that requests
 * carry, `device` says that this device was confirmed before.
 */
export type CookiePurpose = 'session' | 'sign-in' | 'renewal' | 'request-proof' | 'device';

/**
 * A cookie that a session rests on, with the attributes that are documented (RFC 6265 section 4.1.2); null: none is. A name that begins
 * with `__Secure-` or `__Host-` cannot be set without `Secure` (draft-ietf-httpbis-rfc6265bis section 4.1.3), so that one is documented.
 */
export interface SessionCookie {
  /** The exact name, or how it begins where `isPrefix`: the rest tells accounts apart. */
  readonly name: string;
  readonly isPrefix?: true;
  readonly purpose: CookiePurpose;
  readonly httpOnly: boolean | null;
  readonly secure: boolean | null;
  readonly sameSite: 'strict' | 'lax' | 'none' | null;
  /** `false`: seen in public code only, never said by the provider. Left out: said by the provider or by a standard. */
  readonly verified?: false;
}

/** A webmail: whose session is this? Data without code; one file each. */
export interface Provider {
  /** Stable id, kebab-case, equal to the file name. */
  readonly id: string;
  /** The name people know, shown as it is in every language. */
  readonly name: string;
  /** Exact host names of the webmail's own pages and their frames, lower case. */
  readonly hosts: readonly string[];
  /** Exact host names of the interfaces that its pages call with tokens. */
  readonly apiHosts: readonly string[];
  /** Exact host names that begin and renew its sessions and bind them to the device. Left out: nothing is known of such a one. */
  readonly signInHosts?: readonly string[];
  /**
   * Exact host names that keep session cookies for all of their subdomains. Chromium tells of such a cookie only who may see this very
   * host (tried on Chromium 156), Firefox also who may see one of the subdomains. Left out: the webmail's own hosts keep them.
   */
  readonly cookieHosts?: readonly string[];
  /** Ids of the issuers whose tokens belong in this webmail's sessions. */
  readonly issuers: readonly string[];
  /** Ids of the services that its pages hold tokens for. Left out: nothing is known. */
  readonly audiences?: readonly string[];
  /** Exact `aud` texts that its tokens may have beside those. Left out: nothing is known. */
  readonly audienceTexts?: readonly string[];
  /** Client ids of the applications that its pages are, as ID tokens name them in `aud`. Left out: nothing is known. */
  readonly applications?: readonly string[];
  /**
   * Its sessions have no form that anybody but the provider can check. Tokens that are met there nevertheless are judged like all
   * others, but that one has an issuer who is not expected or not known is no news: such pages hold tokens of other services.
   */
  readonly isOpaque?: true;
  /** Left out: nothing is known. */
  readonly sessionCookies?: readonly SessionCookie[];
  /** Address at which the person ends all sessions everywhere, or at which the provider says how. */
  readonly signOutUrl: string;
  readonly citations: readonly Citation[];
}
