import type { KeyDocument } from '../key.ts';
import type { KeyHistory } from './history.ts';
import { confirmDocument, type Observation, observeDocument } from './observe.ts';
import { setBack } from './set-back.ts';

/** A clock that differs by this little was not set: the servers behind one name differ among themselves. */
export const clockToleranceMs = 5 * 60_000;

/**
 * The history after an answer that came just now. Answers of a running program come in order, so a time before the newest
 * answer's means that the clock was set back: the history goes back with it and stays whole.
 * @param answer null when the server said that nothing has changed
 */
export function observeNow(
  history: KeyHistory,
  answer: KeyDocument | null,
  nowMs: number,
): Observation {
  const aheadMs = (history.observedAtMs ?? nowMs) - nowMs;
  const atMs = aheadMs > 0 && aheadMs <= clockToleranceMs ? nowMs + aheadMs : nowMs;
  const known = setBack(history, atMs);
  return answer === null
    ? { history: confirmDocument(known, atMs), events: [] }
    : observeDocument(known, answer, atMs);
}
