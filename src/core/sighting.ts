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
}
