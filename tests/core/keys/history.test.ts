import { describe, expect, test } from 'vitest';
import { readKeyFiles } from '../../../src/cli/key-files.ts';
import {
  emptyHistory,
  type KeyDocument,
  type KeyEvent,
  observeDocument,
  type PublishedKey,
} from '../../../src/core/index.ts';
import {
  maxKnownKeys,
  retiredAfterAnswers,
  retiredAfterMs,
} from '../../../src/core/keys/history.ts';
import { corpusAbsent, corpusPath } from '../../support/corpus.ts';
import { commonKeysUrl } from '../../support/keys.ts';
import { consumerOwner, enterpriseOwner } from '../../support/tokens.ts';

const keyOf = (kid: string, changes: Partial<PublishedKey> = {}): PublishedKey => ({
  jwk: { kty: 'RSA', n: kid, e: 'AQAB' },
  kid,
  x5t: kid,
  alg: null,
  owner: enterpriseOwner,
  certificate: null,
  thumbprint: `thumbprint of ${kid}`,
  ...changes,
});

/** Replays answers, each some milliseconds after the one before, and gives the events of all. */
function replay(
  ...answers: readonly (readonly [number, readonly PublishedKey[]])[]
): readonly KeyEvent[] {
  let history = emptyHistory(commonKeysUrl);
  let atMs = 0;
  return answers.flatMap(([laterMs, keys]) => {
    atMs += laterMs;
    const document: KeyDocument = { url: commonKeysUrl, keys, skipped: 0 };
    const next = observeDocument(history, document, atMs);
    history = next.history;
    return next.events;
  });
}
const words = (events: readonly KeyEvent[]) =>
  events.map(({ kind, severity, kid }) => `${kind} ${severity} ${kid}`);
const a = keyOf('a');
const b = keyOf('b');
const hour = 3_600_000;

describe('key history', () => {
  test('the first answer makes no events', () => {
    expect(replay([0, [a, b]])).toEqual([]);
  });

  test('keys come, go and come back: notes', () => {
    expect(words(replay([0, [a]], [hour, [a, b]], [hour, [b]], [hour, [a, b]]))).toEqual([
      'appeared note b',
      'vanished note a',
      'came-back note a',
    ]);
  });

  test('a key that comes back after it was retired is worth attention, just past the bound and not at it', () => {
    const comeback = (absentMs: number, answers: number) =>
      words(
        replay([0, [a, b]], ...Array.from({ length: answers }, () => [1, [b]] as const), [
          absentMs - answers,
          [a, b],
        ]),
      ).at(-1);
    expect(comeback(retiredAfterMs + 1, retiredAfterAnswers)).toBe('returned-late attention a');
    expect(comeback(retiredAfterMs, retiredAfterAnswers)).toBe('came-back note a');
    expect(comeback(retiredAfterMs + 1, retiredAfterAnswers - 1)).toBe('came-back note a');
  });

  test('the same id with other material is danger, also after an absence', () => {
    const swapped = keyOf('a', { thumbprint: 'another' });
    expect(words(replay([0, [a]], [hour, [swapped]]))).toEqual(['swapped danger a']);
    expect(words(replay([0, [a]], [hour, []], [hour, [swapped]])).at(-1)).toBe('swapped danger a');
  });

  test('another owner is danger; an owner that was not stated before is a note', () => {
    expect(words(replay([0, [a]], [hour, [keyOf('a', { owner: consumerOwner })]]))).toEqual([
      'owner-changed danger a',
    ]);
    expect(words(replay([0, [keyOf('a', { owner: null })]], [hour, [a]]))).toEqual([
      'owner-changed note a',
    ]);
  });

  test('an answer older than the newest changes nothing', () => {
    expect(replay([hour, [a]], [-1, [b]])).toEqual([]);
  });

  test('has an end', () => {
    const many = Array.from({ length: maxKnownKeys + 1 }, (_value, index) => keyOf(`k${index}`));
    const document: KeyDocument = { url: commonKeysUrl, keys: many, skipped: 0 };
    expect(observeDocument(emptyHistory(commonKeysUrl), document, 0).history.keys.size).toBe(
      maxKnownKeys,
    );
  });
});

describe.skipIf(corpusPath === null)(`recorded key documents (skipped: ${corpusAbsent})`, () => {
  test('replayed in time order, make not one event above a note', async () => {
    const recorded = await readKeyFiles(`${corpusPath ?? ''}/key-documents`, () => {});
    const dated = recorded.flatMap(({ url, document, observedAtMs }) =>
      observedAtMs === null ? [] : [{ url, document, atMs: observedAtMs }],
    );
    expect(dated.length).toBeGreaterThan(80);
    const events: KeyEvent[] = [];
    for (const url of new Set(dated.map((one) => one.url))) {
      let history = emptyHistory(url);
      const answers = dated.filter((one) => one.url === url).sort((x, y) => x.atMs - y.atMs);
      for (const { document, atMs } of answers) {
        const next = observeDocument(history, document, atMs);
        history = next.history;
        events.push(...next.events);
      }
    }
    expect(events.length).toBeGreaterThan(100);
    expect(events.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});
