import type { Facts } from '../facts.ts';
import { redactText } from '../token/redact.ts';
import type { EvidenceName } from './evidence.ts';
import type { ReasonCode } from './reasons.ts';

/** How bad a failed rule is. `danger`: no legitimate system does this; `attention`: unusual; `note`: worth knowing. */
export type Severity = 'danger' | 'attention' | 'note';

/** One piece of evidence: what it is (a message name, `evidence_<name>`) and the value as found, redacted of token text. */
export interface Evidence {
  readonly name: EvidenceName;
  readonly value: string;
}

export type Outcome =
  | { readonly outcome: 'pass' }
  | {
      readonly outcome: 'fail';
      readonly severity: Severity;
      readonly evidence: readonly Evidence[];
      /** When the person said that it is fine for this key and account; left out: nobody did. No rule sets it. */
      readonly acceptedAtMs?: number;
    }
  | { readonly outcome: 'unknown'; readonly reason: ReasonCode }
  | { readonly outcome: 'not-applicable' };

/** What a rule must know before it can judge. An unmet need makes the outcome `unknown` where `essential`, else `not-applicable`. */
export type Need = 'known-issuer' | 'provider' | 'selected-key';

/**
 * One question about a token. Pure: facts in, one outcome out; no clock, no I/O. The English texts stand here and are
 * generated into the message files, the popup and `docs/rules/<id>.md`.
 */
export interface Rule {
  /** Stable for ever, kebab-case, subject then defect, equal to the file name. */
  readonly id: string;
  /** The worst severity that it may report. */
  readonly severity: Severity;
  /** A token is `verified` only when every essential rule passed. */
  readonly essential: boolean;
  /** What is checked, as a statement that is true when it passes: "The signature fits the token". */
  readonly checks: string;
  /** What is wrong when it fails, one plain sentence without field words. */
  readonly title: string;
  /** Why that matters, two or three plain sentences. */
  readonly explanation: string;
  /** What the person should do. */
  readonly remedy: string;
  /** What fails it, as it looks in a token, a header or a key document; Markdown, for the documentation alone. */
  readonly example: string;
  /** Standards and vendor pages it rests on. */
  readonly spec: readonly { readonly label: string; readonly url: string }[];
  readonly needs: readonly Need[];
  readonly check: (facts: Facts) => Outcome;
}

export const pass: Outcome = Object.freeze({ outcome: 'pass' });
export const notApplicable: Outcome = Object.freeze({ outcome: 'not-applicable' });
export const unknown = (reason: ReasonCode): Outcome =>
  Object.freeze({ outcome: 'unknown', reason });
/** Evidence comes from the token, so its texts are redacted here, once for all rules. */
export const fail = (severity: Severity, evidence: readonly Evidence[]): Outcome =>
  Object.freeze({
    outcome: 'fail',
    severity,
    evidence: Object.freeze(
      evidence.map(({ name, value }) => Object.freeze({ name, value: redactText(value) })),
    ),
  });
