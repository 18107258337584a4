import type { Inspection, RuleOutcome, TokenSummary } from '../../../core/index.ts';
import type { TokenGroup } from '../../../input/collect.ts';
import type { Recorded } from '../../../input/recorded.ts';
import { buildReport, type JudgedUse, type Report } from '../../../input/report.ts';
import { stringifyLine } from '../../../input/stringify-line.ts';
import type { TokenGuard } from '../../../input/token-guard.ts';
import { decodeForPeople } from './decode-for-people.ts';
import type { ResultDetail, ResultLine } from './messages.ts';

/** Most tokens of one file that are listed. */
export const maxResults = 20_000;
/** Most letters of credentials that are kept for showing what they say; of what follows only the verdict is shown. */
export const maxKeptCharacters = 64 * 1024 * 1024;

const ranks = { danger: 0, attention: 1, note: 2 } as const;

/** What was found about each token, in the worker's memory alone, until the page is left. */
export interface KeptResults {
  readonly add: (group: TokenGroup, judged: readonly [JudgedUse, ...JudgedUse[]]) => ResultLine;
  /** What saved evidence says of a token that it does not hold. */
  readonly addRecorded: (recorded: Recorded) => ResultLine;
  readonly detail: (index: number) => ResultDetail | null;
  /** Redacted, as the command line writes it. */
  readonly reports: () => Iterable<string>;
  readonly report: (index: number) => Report | null;
  readonly lines: () => readonly ResultLine[];
  readonly count: () => number;
}

interface Kept {
  readonly line: ResultLine;
  readonly credential: string | null;
  /** As texts: objects of sixty outcomes each would take ten times as much memory. */
  readonly report: string;
  readonly shown: string;
}

interface Shown {
  /** What is known of a token that is not there; null: it is. */
  readonly token: TokenSummary | null;
  readonly outcomes: readonly RuleOutcome[];
  readonly key: Inspection['key'];
  readonly fingerprint: string;
  readonly issuer: string | null;
}

export function createKeptResults(guard: TokenGuard): KeptResults {
  const kept: Kept[] = [];
  let characters = 0;

  function keep(
    group: TokenGroup,
    judged: readonly [JudgedUse, ...JudgedUse[]],
    credential: string | null,
    token: TokenSummary | null,
  ): ResultLine {
    const report = buildReport(judged, group.seen, { showsAccounts: false, guard });
    const own = buildReport(judged, group.seen, { showsAccounts: true, guard });
    const line = lineOf(kept.length, group, own);
    const { outcomes, key, fingerprint, issuer } = own;
    const shown: Shown = { outcomes, key, fingerprint, issuer, token };
    kept.push({
      line,
      credential,
      report: stringifyLine(report),
      shown: JSON.stringify(shown),
    });
    return line;
  }

  return {
    add(group, judged) {
      const { credential } = group.uses[0];
      characters += credential.length;
      return keep(group, judged, characters > maxKeptCharacters ? null : credential, null);
    },
    addRecorded: ({ group, judged }) => keep(group, judged, null, judged[0].inspection.token),
    detail(index) {
      const one = kept[index];
      if (one === undefined) return null;
      const shown: Shown = JSON.parse(one.shown);
      return { line: one.line, ...shown, ...decodeForPeople(one.credential, guard) };
    },
    *reports() {
      for (const { report } of kept) yield report;
    },
    report(index) {
      const one = kept[index];
      return one === undefined ? null : JSON.parse(one.report);
    },
    lines: () => kept.map(({ line }) => line),
    count: () => kept.length,
  };
}

function lineOf(index: number, { uses, seen }: TokenGroup, report: Report): ResultLine {
  const times = uses.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  const failed = report.outcomes.flatMap((outcome) =>
    outcome.outcome === 'fail' ? [{ rule: outcome.rule, severity: outcome.severity }] : [],
  );
  return {
    index,
    verdict: report.verdict,
    provider: report.provider,
    account: report.account,
    host: report.host,
    atMs: Date.parse(report.at),
    seen,
    firstAtMs: times.length === 0 ? null : Math.min(...times),
    lastAtMs: times.length === 0 ? null : Math.max(...times),
    place: report.place,
    notInspected: report.not_inspected,
    failed: failed.sort((a, b) => ranks[a.severity] - ranks[b.severity]),
  };
}
