/** What happened to a key between two answers of its document's server. */
export interface KeyEvent {
  /**
   * `appeared` and `vanished`: keys rotate; `came-back`: servers answer unevenly; `returned-late`: listed again after it had
   * been retired; `swapped`: the same key id with other material; `owner-changed`: it may speak for somebody else now;
   * `contradicted`: another document says something of it that cannot be true as well.
   */
  readonly kind:
    | 'appeared'
    | 'vanished'
    | 'came-back'
    | 'returned-late'
    | 'swapped'
    | 'owner-changed'
    | 'contradicted';
  readonly severity: 'note' | 'attention' | 'danger';
  readonly url: string;
  readonly kid: string;
  readonly atMs: number;
  /** Thumbprint (RFC 7638) now, and before where it differs. */
  readonly thumbprint: string;
  readonly before: string | null;
  /** How long it had been absent, milliseconds; null where that says nothing. */
  readonly absentMs: number | null;
}

interface Occasion {
  readonly url: string;
  readonly kid: string;
  readonly atMs: number;
  readonly thumbprint: string;
}

export function eventOf(
  kind: KeyEvent['kind'],
  severity: KeyEvent['severity'],
  { url, kid, atMs, thumbprint }: Occasion,
  more: { readonly before?: string; readonly absentMs?: number | null } = {},
): KeyEvent {
  const { before = null, absentMs = null } = more;
  return { kind, severity, url, kid, atMs, thumbprint, before, absentMs };
}
