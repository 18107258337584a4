import type { Verdict } from '../../core/index.ts';

/**
 * What is told of a key beyond its dates, the worst first.
 * `denied`: known as stolen; `swapped`: its name stood for other material; `owner-changed`: it may speak for somebody else now;
 * `disagrees`: another document, or the copy of known keys, says something else of it; `returned`: listed again after it had been
 * retired; `certificate-over`: listed though its certificate had run out; `retired`, `absent`: not listed any more, for long or for a
 * while; `new`: first listed less than a day ago.
 */
export const signKinds = [
  'denied',
  'swapped',
  'owner-changed',
  'disagrees',
  'returned',
  'certificate-over',
  'retired',
  'absent',
  'new',
] as const;
export type SignKind = (typeof signKinds)[number];

/** `plain` is what every rotation makes. */
export const signWeight: Readonly<Record<SignKind, 'danger' | 'attention' | 'plain'>> = {
  denied: 'danger',
  swapped: 'danger',
  'owner-changed': 'danger',
  disagrees: 'danger',
  returned: 'attention',
  'certificate-over': 'plain',
  retired: 'plain',
  absent: 'plain',
  new: 'plain',
};

export interface KeySign {
  readonly kind: SignKind;
  /** When it happened, milliseconds since the epoch; null where that is not one moment. */
  readonly atMs: number | null;
}

/** A token that was seen with a key. */
export interface KeyUse {
  readonly atMs: number;
  readonly verdict: Verdict;
  readonly fingerprint: string;
  readonly sessionId: string;
  /** Hostile. */
  readonly account: string | null;
}

/** One key of one document. Times are milliseconds since the epoch; names come from key servers and are hostile. */
export interface KeyLine {
  readonly id: string;
  readonly kid: string;
  readonly thumbprint: string;
  /** What its document says of its owner, and that owner's name where it is a known issuer. */
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly firstMs: number;
  readonly lastMs: number;
  /** It stood in the first answer that was ever seen, so it may be older. */
  readonly isOlder: boolean;
  /** The newest answer lists it. */
  readonly isListed: boolean;
  readonly absentSinceMs: number | null;
  readonly retiredSinceMs: number | null;
  readonly certificate: { readonly fromMs: number; readonly toMs: number } | null;
  readonly earlier: readonly {
    readonly thumbprint: string;
    readonly owner: string | null;
    readonly untilMs: number;
  }[];
  readonly publishedAt: readonly string[];
  readonly uses: readonly KeyUse[];
  readonly signs: readonly KeySign[];
}

/** The keys of one document, the one listed first at the top, so that a rotation looks like stairs. */
export interface KeyGroup {
  readonly url: string;
  /** Issuers that sign with keys of this document; empty for one that was added. */
  readonly issuerNames: readonly string[];
  readonly firstMs: number;
  readonly lastMs: number;
  readonly answers: number;
  readonly lines: readonly KeyLine[];
}

export interface KeyPicture {
  readonly groups: readonly KeyGroup[];
  readonly nowMs: number;
}
