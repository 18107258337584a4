import type { Inspection, RuleOutcome } from '../inspection.ts';
import { rules } from '../rules/index.ts';
import { maxTextLength } from '../token/redact.ts';
import { foldVerdict } from './fold.ts';

/** What a person's word holds for: one key and one account of one issuer. */
export interface AcceptedKey {
  /** RFC 7638 thumbprint of the published key; null where none was found. */
  readonly keyThumbprint: string | null;
  /** Name of the key as the token gives it (RFC 7515 section 4.1.4); null where it gives none. */
  readonly keyId: string | null;
  /** As the token claims them (RFC 7519 sections 4.1.1 and 4.1.2). */
  readonly issuer: string | null;
  readonly account: string | null;
}

/** A finding that a person knows to be fine. */
export interface AcceptedFinding extends AcceptedKey {
  /** Rule id. */
  readonly rule: string;
  readonly acceptedAtMs: number;
}

/**
 * What accepting a finding of this inspection would hold for; null where that cannot be said exactly: no issuer, no account, no key at
 * all, or a name that was cut or had something removed, so that others could look the same.
 */
export function acceptedKeyOf({ token, key }: Inspection): AcceptedKey | null {
  const keyThumbprint = key?.thumbprint ?? null;
  const keyId = token?.kid ?? null;
  const issuer = token?.iss ?? null;
  const account = token?.account ?? token?.subject ?? null;
  if (issuer === null || account === null || (keyThumbprint ?? keyId) === null) return null;
  const isWhole = [keyId, issuer, account].every(
    (text) => text === null || (text.length < maxTextLength && !text.includes('[removed]')),
  );
  return isWhole ? { keyThumbprint, keyId, issuer, account } : null;
}

/**
 * Whether a person may say that this finding is fine: only what is unusual. What no genuine system does stays an alarm whoever says
 * otherwise, because a forger would ask for nothing else; and a note needs no excuse.
 */
export const isAcceptable = (outcome: RuleOutcome): boolean =>
  outcome.outcome === 'fail' && outcome.severity === 'attention';

/**
 * The inspection with what was accepted for its very key and account marked with the day, and the verdict without it. An accepted
 * finding proves nothing: where the check was essential, the verdict is at best that it could not be made.
 */
export function markAccepted(
  inspection: Inspection,
  accepted: readonly AcceptedFinding[],
): Inspection {
  if (accepted.length === 0 || !inspection.outcomes.some(isAcceptable)) return inspection;
  const known = acceptedKeyOf(inspection);
  if (known === null) return inspection;
  const fitting = new Map(
    accepted.filter((one) => isSame(one, known)).map((one) => [one.rule, one.acceptedAtMs]),
  );
  if (fitting.size === 0) return inspection;
  const outcomes = inspection.outcomes.map((outcome): RuleOutcome => {
    const acceptedAtMs = fitting.get(outcome.rule);
    if (acceptedAtMs === undefined || !isAcceptable(outcome) || outcome.outcome !== 'fail') {
      return outcome;
    }
    return Object.freeze({ ...outcome, acceptedAtMs });
  });
  return Object.freeze({
    ...inspection,
    outcomes: Object.freeze(outcomes),
    verdict: foldVerdict(outcomes, rules),
  });
}

/** Whether two hold for the same: every name is the same text, and what one does not know the other does not either. */
export const isSame = (one: AcceptedKey, other: AcceptedKey): boolean =>
  one.keyThumbprint === other.keyThumbprint &&
  one.keyId === other.keyId &&
  one.issuer === other.issuer &&
  one.account === other.account;
