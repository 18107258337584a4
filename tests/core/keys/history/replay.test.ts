import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKeyFiles } from '../../../../src/cli/key-files.ts';
import {
  emptyHistory,
  type KeyEvent,
  observeDocument,
  type PublishedKey,
} from '../../../../src/core/index.ts';
import { corpusAbsent, corpusPath } from '../../../support/corpus.ts';
import { commonKeysUrl } from '../../../support/keys.ts';
import { consumerOwner, enterpriseOwner } from '../../../support/tokens.ts';

interface Answer {
  readonly atMs: number;
  readonly keys: readonly PublishedKey[];
}

/** Replays the answers of the shared document and gives what is above a note. */
function alarmsOf(answers: readonly Answer[]): readonly KeyEvent[] {
  let history = emptyHistory(commonKeysUrl);
  return answers.flatMap(({ atMs, keys }) => {
    const document = { url: commonKeysUrl, keys, skipped: 0 };
    const next = observeDocument(history, document, atMs);
    history = next.history;
    return next.events.filter(({ severity }) => severity !== 'note');
  });
}

describe.skipIf(corpusPath === null)(
  `attacks in recorded history (skipped: ${corpusAbsent})`,
  async () => {
    const recorded =
      corpusPath === null ? [] : await readKeyFiles(`${corpusPath}/key-documents`, () => {});
    const answers: readonly Answer[] = recorded
      .flatMap(({ url, observedAtMs, document }) =>
        url === commonKeysUrl && observedAtMs !== null
          ? [{ atMs: observedAtMs, keys: document.keys }]
          : [],
      )
      .sort((a, b) => a.atMs - b.atMs);
    const anyTime = fc.nat({ max: Math.max(0, answers.length - 2) }).map((index) => index + 1);

    /** Changes one key of the answer at a time, when it was listed in the answer before. */
    const inject = (at: number, pick: number, change: (key: PublishedKey) => PublishedKey) => {
      const before = new Set(answers[at - 1]?.keys.map(({ kid }) => kid));
      const known = (answers[at]?.keys ?? []).filter(({ kid }) => before.has(kid));
      const target = known[pick % known.length];
      const changed = answers.map((answer, index) =>
        index === at
          ? { ...answer, keys: answer.keys.map((key) => (key === target ? change(key) : key)) }
          : answer,
      );
      return { changed, target };
    };

    test('the recorded answers themselves make no alarm', () => {
      expect(answers.length).toBeGreaterThan(50);
      expect(alarmsOf(answers)).toEqual([]);
    });

    test('a swapped key is caught at any time', () => {
      fc.assert(
        fc.property(anyTime, fc.nat(), (at, pick) => {
          const { changed, target } = inject(at, pick, (key) => ({
            ...key,
            thumbprint: 'another',
          }));
          return alarmsOf(changed).some(
            ({ kind, kid, atMs }) =>
              kind === 'swapped' && kid === target?.kid && atMs === answers[at]?.atMs,
          );
        }),
      );
    });

    test('a key that is given to another issuer is caught at any time', () => {
      const other = (owner: string | null) =>
        owner === consumerOwner ? enterpriseOwner : consumerOwner;
      fc.assert(
        fc.property(anyTime, fc.nat(), (at, pick) => {
          const { changed, target } = inject(at, pick, (key) => ({
            ...key,
            owner: other(key.owner),
          }));
          return alarmsOf(changed).some(
            ({ kind, kid }) => kind === 'owner-changed' && kid === target?.kid,
          );
        }),
      );
    });

    test('a key that comes back after it was retired is caught at any time', () => {
      const nineDaysMs = 9 * 24 * 3_600_000;
      const all = new Map(answers.flatMap(({ keys }) => keys.map((key) => [key.kid, key])));
      const lastListed = (kid: string | null) =>
        answers.findLastIndex(({ keys }) => keys.some((key) => key.kid === kid));
      const returns = [...all.values()].flatMap((key) => {
        const last = lastListed(key.kid);
        const missedAtMs = answers[last + 1]?.atMs ?? Number.POSITIVE_INFINITY;
        return answers.flatMap(({ atMs }, index) =>
          index > last && atMs - missedAtMs >= nineDaysMs ? [{ key, index }] : [],
        );
      });
      expect(returns.length).toBeGreaterThan(100);
      for (const { key, index } of returns) {
        const changed = answers.map((answer, at) =>
          at === index ? { ...answer, keys: [...answer.keys, key] } : answer,
        );
        expect(alarmsOf(changed).map(({ kind, kid }) => `${kind} ${kid}`)).toEqual([
          `returned-late ${key.kid}`,
        ]);
      }
    });
  },
);
