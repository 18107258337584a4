import { emptyHistory, type KeyDocument, type KeyHistory, observeNow } from '../../core/index.ts';
import type { KeyHistoryTable } from '../../platform/database.ts';
import { parseHistory } from './history-record.ts';

/** The histories of all key documents: kept in memory, and on disk across restarts. */
export interface HistoryBook {
  /** From memory, else from the disk; an empty one when there is none or it is damaged. */
  open(url: string): Promise<KeyHistory>;
  /** From memory alone. */
  peek(url: string): KeyHistory | undefined;
  /**
   * Adds an answer of the server; null when it said that nothing has changed. Resolves when it is written down.
   * @param atMs by the server's clock
   */
  note(url: string, answer: KeyDocument | null, atMs: number): Promise<void>;
}

export function createHistoryBook(
  table: KeyHistoryTable,
  logProblem: (code: string) => void,
): HistoryBook {
  const held = new Map<string, KeyHistory>();

  async function open(url: string): Promise<KeyHistory> {
    const known = held.get(url);
    if (known) return known;
    const stored = await table.load(url).catch(() => {
      logProblem('key-history-unreadable');
      return undefined;
    });
    // Another reader, or an answer of the server, may have come first.
    const history = held.get(url) ?? parseHistory(url, stored) ?? emptyHistory(url);
    held.set(url, history);
    return history;
  }

  return {
    open,
    peek: (url) => held.get(url),
    async note(url, answer, atMs) {
      const { history } = observeNow(await open(url), answer, atMs);
      held.set(url, history);
      await table.save(url, history).catch(() => logProblem('key-history-unwritable'));
    },
  };
}
