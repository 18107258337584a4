import { describe, expect, test } from 'vitest';
import { emptyHistory, type KeyHistory, observeNow } from '../../../../src/core/index.ts';
import { clockToleranceMs } from '../../../../src/core/keys/history/now.ts';
import { documentOf, hour, keyOf, words } from '../../../support/histories.ts';
import { commonKeysUrl } from '../../../support/keys.ts';

const a = keyOf('a');
const b = keyOf('b');
const start = 1_000_000 * hour;
const at = (history: KeyHistory, nowMs: number, ...keys: (typeof a)[]) =>
  observeNow(history, documentOf(keys), nowMs);
const begun = at(emptyHistory(commonKeysUrl), start, a, b).history;

describe('answers of a running program', () => {
  test('a clock that was set back loses nothing, and what is new stays new', () => {
    const gone = at(begun, start + hour, b).history;
    const year = 8_760 * hour;
    const { history, events } = at(gone, start - year, a, b);
    expect(words(events)).toEqual(['came-back note a']);
    expect(history.keys.get('b')).toMatchObject({
      firstSeenMs: start - year - hour,
      lastSeenMs: start - year,
    });
    expect(history).toMatchObject({ sinceMs: start - year - hour, observedAtMs: start - year });
  });

  test('an exchange is seen although the clock was set back', () => {
    const swapped = keyOf('a', { thumbprint: 'another' });
    const { history, events } = at(begun, start - 1_000 * hour, swapped, b);
    expect(words(events)).toEqual(['swapped danger a']);
    expect(history.keys.get('a')?.earlier).toMatchObject([
      { thumbprint: a.thumbprint, untilMs: start - 1_000 * hour },
    ]);
  });

  test('servers that differ by a little are not a clock that was set, just at the bound and past it', () => {
    expect(at(begun, start - clockToleranceMs, a, b).history).toMatchObject({
      sinceMs: start,
      observedAtMs: start,
      answers: 2,
    });
    expect(at(begun, start - clockToleranceMs - 1, a, b).history).toMatchObject({
      sinceMs: start - clockToleranceMs - 1,
    });
  });

  test('a clock that jumps ahead retires no key and hides none', () => {
    const gone = at(begun, start + hour, b).history;
    const ahead = at(gone, start + 100_000 * hour, b).history;
    const back = at(ahead, start + 2 * hour, a, b);
    expect(words(back.events)).toEqual(['came-back note a']);
  });

  test('an unchanged answer after the clock was set back counts', () => {
    const { history } = observeNow(begun, null, start - 5 * hour);
    expect(history).toMatchObject({ observedAtMs: start - 5 * hour, answers: 2 });
    expect(history.keys.get('a')?.absence).toBeNull();
  });
});
