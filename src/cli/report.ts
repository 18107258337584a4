import type { Inspection, RuleOutcome, Verdict } from '../core/index.ts';

/** One line of `inspect --json`; docs/cli.md documents it. */
export interface Report {
  readonly verdict: Verdict;
  /** Ids; null when not known. */
  readonly provider: string | null;
  readonly issuer: string | null;
  /** Account name, redacted unless asked. */
  readonly account: string | null;
  /** SHA-256 of the token, base64url. */
  readonly fingerprint: string;
  readonly key: Inspection['key'];
  readonly outcomes: readonly RuleOutcome[];
  /** Why nothing was inspected; null when it was. */
  readonly not_inspected: string | null;
  /** Where in the file it stood. */
  readonly place: string;
}

export function buildReport(inspection: Inspection, place: string, showsAccounts: boolean): Report {
  const account = inspection.token?.account ?? null;
  return {
    verdict: inspection.verdict,
    provider: inspection.provider,
    issuer: inspection.issuer,
    account: showsAccounts || account === null ? account : redactAccount(account),
    fingerprint: inspection.fingerprint,
    key: inspection.key,
    outcomes: inspection.outcomes,
    not_inspected: inspection.notInspected,
    place,
  };
}

/** The first letter and the domain: enough to tell accounts apart, too little to name a person. */
export function redactAccount(account: string): string {
  const at = account.lastIndexOf('@');
  const [first = ''] = account;
  return at < 0 ? `${first}…` : `${first}…${account.slice(at)}`;
}
