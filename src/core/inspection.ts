import type { Outcome } from './rules/rule.ts';

/** What is said about a token. */
export type Verdict = 'verified' | 'attention' | 'danger' | 'undetermined' | 'not-inspected';

export type RuleOutcome = Outcome & { readonly rule: string };

/** What a token says about itself, reduced to what people and rules need. No signature, no token text. */
export interface TokenSummary {
  readonly alg: string | null;
  /** RFC 7516 section 4.1.2; null for tokens that are signed. */
  readonly enc: string | null;
  readonly kid: string | null;
  readonly typ: string | null;
  readonly iss: string | null;
  readonly aud: readonly string[];
  readonly tenant: string | null;
  readonly account: string | null;
  /** Stable id of the account within its tenant (`oid`, else `sub`, else Exchange's `msexchuid`); null when absent. */
  readonly subject: string | null;
  readonly appId: string | null;
  /** Seconds since the epoch, as claimed. */
  readonly issuedAtSeconds: number | null;
  readonly expiresAtSeconds: number | null;
  readonly version: string | null;
}

/** The redacted result of one inspection: what is stored, shown and reported. */
export interface Inspection {
  readonly verdict: Verdict;
  readonly outcomes: readonly RuleOutcome[];
  /** Why nothing was inspected, or why the text is no token; null when it was inspected. */
  readonly notInspected: string | null;
  /** Ids of provider and issuer; null when not known. */
  readonly provider: string | null;
  readonly issuer: string | null;
  /** SHA-256 of the credential's text, base64url: names a token without holding it. */
  readonly fingerprint: string;
  readonly token: TokenSummary | null;
  readonly key: {
    readonly kid: string | null;
    readonly thumbprint: string;
    readonly owner: string | null;
    readonly url: string;
  } | null;
  readonly source: string;
  readonly host: string;
  readonly seenAtMs: number;
}
