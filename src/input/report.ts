import {
  type Inspection,
  type RuleOutcome,
  redactText,
  type Verdict,
  worstVerdict,
} from '../core/index.ts';
import type { FoundToken } from './found.ts';
import type { TokenGuard } from './token-guard.ts';

/** One line of `inspect --json`; docs/cli.md and docs/inspect.schema.json document it. */
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
  /** Where it was sent, or the webmail named by `--host`; null when neither is known. */
  readonly host: string | null;
  /** Time as of which it was judged, ISO 8601. */
  readonly at: string;
  /** Where in the file it stood first. */
  readonly place: string;
  /** How often it was found there. */
  readonly seen: number;
}

/** One use of a token and what was found about it. */
export interface JudgedUse {
  readonly use: FoundToken;
  readonly inspection: Inspection;
}

/** What a report may show. */
export interface Showing {
  readonly showsAccounts: boolean;
  readonly guard: TokenGuard;
}

/** Reports all uses of one token at one host: the worst of them is told, where several differ. */
export function buildReport(
  judged: readonly [JudgedUse, ...JudgedUse[]],
  seen: number,
  { showsAccounts, guard }: Showing,
): Report {
  const worst = worstVerdict(judged.map(({ inspection }) => inspection.verdict));
  const { inspection, use } = judged.find((one) => one.inspection.verdict === worst) ?? judged[0];
  const cleanText = (text: string) => guard.clean(redactText(text));
  const clean = (text: string | null) => (text === null ? null : cleanText(text));
  const account = inspection.token?.account ?? null;
  const showAccount = (text: string) => (showsAccounts ? text : redactAccount(text));
  /** Evidence can name the account too. */
  const showEvidence = (name: string, value: string) => {
    if (name.includes('account')) return showAccount(value);
    return account === null ? value : value.replaceAll(account, showAccount(account));
  };
  const { key } = inspection;
  return {
    verdict: inspection.verdict,
    provider: inspection.provider,
    issuer: inspection.issuer,
    account: account === null ? null : clean(showAccount(account)),
    fingerprint: inspection.fingerprint,
    key:
      key === null
        ? null
        : { ...key, kid: clean(key.kid), owner: clean(key.owner), url: cleanText(key.url) },
    outcomes: inspection.outcomes.map((outcome) =>
      outcome.outcome === 'fail'
        ? {
            ...outcome,
            evidence: outcome.evidence.map(({ name, value }) => ({
              name,
              value: cleanText(showEvidence(name, value)),
            })),
          }
        : outcome,
    ),
    not_inspected: inspection.notInspected,
    host: clean(inspection.host === '' ? null : inspection.host),
    at: new Date(inspection.seenAtMs).toISOString(),
    place: use.place,
    seen,
  };
}

/** The first letter and the domain: enough to tell accounts apart, too little to name a person. */
export function redactAccount(account: string): string {
  const at = account.lastIndexOf('@');
  const [first = ''] = account;
  return at < 0 ? `${first}…` : `${first}…${account.slice(at)}`;
}
