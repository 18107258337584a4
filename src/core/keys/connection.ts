/**
 * The connection by which a key document arrived, as the browser tells it. Firefox alone does, where the person allowed it.
 */
export interface KeyConnection {
  /**
   * What the server's certificate rests on: `built-in`: an authority that came with the browser; `added`: one that somebody added to
   * this computer, as inspecting proxies of organisations and some security programs do; `untrusted`: none that the browser trusts, and
   * the connection was let through by an exception.
   */
  readonly trust: 'built-in' | 'added' | 'untrusted';
  /** SHA-256 of that authority's certificate, upper-case hexadecimal with colons; null: not told. */
  readonly rootFingerprint: string | null;
  /** What its certificate calls it (RFC 5280 section 4.1.2.6). Hostile text; null: not told. */
  readonly rootName: string | null;
  /** Whether the certificate names the organisation that was verified to own it (CA/Browser Forum EV Guidelines). */
  readonly isExtendedValidation: boolean;
}

/** Whether somebody stood between this computer and the server who could have changed what it said. */
export const isInterposed = (connection: KeyConnection | null): boolean =>
  connection !== null && connection.trust !== 'built-in';

/**
 * What is known of a document's way after its server said that it is unchanged: that came by a connection of its own, and the document
 * by an earlier one. What somebody in between could have changed stays so until the whole document comes by another way.
 */
export const afterUnchanged = (
  before: KeyConnection | null,
  now: KeyConnection | null,
): KeyConnection | null => before ?? now;
