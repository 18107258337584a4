import type { Judging } from '../../protocol/judging-schema.ts';
import type { Settings } from '../../protocol/settings-schema.ts';
import type {
  FromWorker,
  Progress,
  ReadingFailure,
  ResultLine,
  Summary,
  ToWorker,
} from './work/messages.ts';

/** What the person wants checked, and how. */
export interface Choices {
  readonly source: Blob;
  /** Name of the file; null for what was pasted. */
  readonly name: string | null;
  readonly host: string | null;
  readonly atMs: number | null;
  readonly keyFiles: readonly File[];
}

export type Failure = ReadingFailure | 'folder';

export type BenchState =
  | { readonly kind: 'idle'; readonly failure: Failure | null }
  | { readonly kind: 'working'; readonly name: string | null; readonly progress: Progress }
  | {
      readonly kind: 'done';
      readonly name: string | null;
      readonly lines: readonly ResultLine[];
      readonly summary: Summary;
      /** Whether key lists were fetched for it, are being fetched, or could not be. */
      readonly keys: 'as-known' | 'fetching' | 'fetched' | 'failed';
    };

/** The part of a worker that is used. */
export interface BenchWorker {
  readonly postMessage: (message: ToWorker) => void;
  readonly terminate: () => void;
}

/** Starts a worker that tells what it finds, or that it broke down. */
export type StartWorker = (
  onMessage: (message: FromWorker) => void,
  onError: () => void,
) => BenchWorker;

export interface BenchParts {
  readonly startWorker: StartWorker;
  /** What tokens are judged by; asks servers for nothing but the documents that it names. */
  readonly fetchJudging: (fetch: readonly string[]) => Promise<Judging>;
  readonly fetchSettings: () => Promise<Pick<Settings, 'ownIssuers' | 'ownWebmails'>>;
  readonly onChange: (state: BenchState) => void;
  readonly nowMs: () => number;
}
