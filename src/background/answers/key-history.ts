import { buildKeyHistoryExport, type KeyHistory, type KeyHistoryExport } from '../../core/index.ts';

/** What every key document said over time, as a file. */
export const answerKeyHistory =
  (parts: {
    readonly listHistories: () => Promise<readonly KeyHistory[]>;
    readonly nowMs: () => number;
  }) =>
  async (): Promise<KeyHistoryExport> =>
    buildKeyHistoryExport(await parts.listHistories(), parts.nowMs(), (ms) =>
      new Date(ms).toISOString(),
    );
