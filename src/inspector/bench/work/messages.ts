import type {
  Configuration,
  Inspection,
  KeyReading,
  Policy,
  RuleOutcome,
  Severity,
  TokenSummary,
  Verdict,
} from '../../../core/index.ts';
import type { NoDocument } from '../../../input/keys/recorded-document.ts';
import type { Report } from '../../../input/report.ts';
import type { LeftOut } from '../../../input/tally.ts';
import type { ReportHead } from './report-file.ts';

/** What the bench is to judge, and by what. */
export interface BenchTask {
  /** A file, or what somebody pasted. */
  readonly source: Blob;
  /** Name of the file; null for what was pasted. */
  readonly name: string | null;
  /** The webmail's host that the person named; null: the file's own word counts. */
  readonly host: string | null;
  /** The time that the person named, milliseconds since the epoch; null: the file's own time, or now. */
  readonly atMs: number | null;
  readonly nowMs: number;
  /** Key documents of this browser. */
  readonly readings: readonly KeyReading[];
  /** Files with recorded key documents. */
  readonly keyFiles: readonly File[];
  readonly policy: Policy;
  /** Issuers and webmails that somebody added. */
  readonly configuration: Configuration;
}

/** What the page tells the worker. */
export type ToWorker =
  | { readonly type: 'run'; readonly task: BenchTask }
  | { readonly type: 'stop' }
  | { readonly type: 'detail'; readonly index: number }
  | { readonly type: 'report'; readonly program: string }
  | { readonly type: 'print'; readonly program: string };

/** One token of the list. Texts are as hostile as the file. */
export interface ResultLine {
  readonly index: number;
  readonly verdict: Verdict;
  readonly provider: string | null;
  readonly account: string | null;
  readonly host: string | null;
  readonly atMs: number;
  /** How often it was found, and when first and last as far as the file says. */
  readonly seen: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
  readonly place: string;
  readonly notInspected: string | null;
  /** What failed, the worst first. */
  readonly failed: readonly { readonly rule: string; readonly severity: Severity }[];
}

/** Everything about one token. */
export interface ResultDetail {
  readonly line: ResultLine;
  readonly outcomes: readonly RuleOutcome[];
  readonly key: Inspection['key'];
  readonly fingerprint: string;
  readonly issuer: string | null;
  /** What saved evidence says of a token that it does not hold; null where the token is there. */
  readonly token: TokenSummary | null;
  /** What the token says, decoded; null where it cannot be read. Token texts in it are taken out. */
  readonly header: unknown;
  readonly claims: unknown;
}

export type ReadingFailure =
  /** The file went away, or the browser may not read it. */
  | 'unreadable'
  | 'too-large'
  /** A picture, an archive, a program. */
  | 'not-text'
  | 'too-many-tokens'
  | 'no-token'
  /** An error of our own. */
  | 'failed';

export interface Progress {
  readonly bytes: number;
  readonly allBytes: number;
  readonly found: number;
  readonly judged: number;
  /** Null while it is not known. */
  readonly all: number | null;
}

export interface Summary {
  /** SHA-256 of the file, hexadecimal; null when it was not read to its end. */
  readonly sha256: string | null;
  readonly bytes: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly leftOut: readonly (readonly [LeftOut, number])[];
  /** By how much the recording computer's clock was corrected, milliseconds; 0: not at all. */
  readonly clockErrorMs: number;
  readonly isStopped: boolean;
  /** It was saved evidence: verdicts and findings are those of then. */
  readonly isRecorded: boolean;
  /** Addresses of key documents that tokens named and of which nothing recent is known. */
  readonly missingKeys: readonly string[];
  readonly keyFiles: readonly { readonly name: string; readonly problem: KeyFileProblem | null }[];
}

export type KeyFileProblem = NoDocument | 'unreadable' | 'too-large' | 'not-json';

/** What the worker tells the page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'lines'; readonly lines: readonly ResultLine[] }
  | { readonly type: 'done'; readonly summary: Summary }
  | { readonly type: 'failed'; readonly failure: ReadingFailure }
  | { readonly type: 'detail'; readonly detail: ResultDetail | null }
  | { readonly type: 'report'; readonly report: Blob }
  | {
      readonly type: 'print';
      readonly head: ReportHead;
      /** With findings, redacted, the worst first. */
      readonly reports: readonly Report[];
      /** How many more have findings. */
      readonly more: number;
    };
