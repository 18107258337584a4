import {
  emptyHistory,
  findContradictions,
  type KeyEvent,
  type KeyHistory,
  observeDocument,
} from '../../core/index.ts';
import type { RecordedDocument } from './recorded-document.ts';

/** A recorded answer whose time is known. */
export interface DatedDocument extends RecordedDocument {
  readonly observedAtMs: number;
}

export interface Replay {
  /** By the address of the document. */
  readonly histories: ReadonlyMap<string, KeyHistory>;
  readonly events: readonly KeyEvent[];
}

/** The answers whose time is known, oldest first. */
export function sortDated(recorded: readonly RecordedDocument[]): readonly DatedDocument[] {
  return recorded
    .flatMap((one) =>
      one.observedAtMs === null ? [] : [{ ...one, observedAtMs: one.observedAtMs }],
    )
    .sort((a, b) => a.observedAtMs - b.observedAtMs);
}

/** What the same histories as in the browser make of recorded answers, in time order. */
export function replayAnswers(dated: readonly DatedDocument[]): Replay {
  const histories = new Map<string, KeyHistory>();
  const all: KeyEvent[] = [];
  for (const { url, document, observedAtMs } of dated) {
    const before = histories.get(url) ?? emptyHistory(url);
    const { history, events } = observeDocument(before, document, observedAtMs);
    histories.set(url, history);
    all.push(...events, ...findContradictions(before, history, histories.values()));
  }
  return { histories, events: all };
}
