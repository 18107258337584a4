import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepVanishedMs } from '../../../../src/background/key-cache/record.ts';
import type { KeyPort } from '../../../../src/core/index.ts';
import { createRecordedKeys } from '../../../../src/input/keys/recorded-keys.ts';
import { corpusAbsent, corpusPath } from '../../../support/corpus.ts';
import { commonKeysUrl, commonV1KeysUrl, consumerKeysUrl } from '../../../support/keys.ts';
import {
  type Answer,
  alarmsOf,
  createReplay,
  documentsOf,
  type Entry,
  enterpriseIssuer,
  issuerOfEntry,
  judgeKey,
  readAnswers,
} from '../../../support/replays.ts';
import { consumerOwner, createSigningKey, enterpriseOwner } from '../../../support/tokens.ts';

const hour = 3_600_000;
/** Longest life of a genuine session. */
const lifeMs = 28 * hour;
const another = await createSigningKey();

const answersAll = corpusPath === null ? [] : await readAnswers(corpusPath);
const common = answersAll.filter(({ url }) => url === commonKeysUrl);
const google = answersAll.filter(({ url }) => url === 'https://www.googleapis.com/oauth2/v3/certs');

const kidOf = (entry: Entry): string => String(entry['kid']);
const listedAt = ({ keys }: Answer, kid: string) => keys.some((key) => kidOf(key) === kid);

/** Every time at which an answer lists the key, with the sessions that it may have signed then. */
function* sessionsOf(answers: readonly Answer[], atMs: number) {
  for (const answer of answers) {
    if (answer.atMs > atMs || atMs - answer.atMs > lifeMs) continue;
    for (const entry of answer.keys) yield { entry, issuedAtMs: answer.atMs };
  }
}

/** The port of an analyst who knows every answer, the later ones too, and judges as of a time. */
async function analyst(answers: readonly Answer[]): Promise<(atMs: number) => KeyPort> {
  const recorded = await documentsOf(answers);
  return (atMs) => createRecordedKeys(recorded, atMs);
}

describe.skipIf(corpusPath === null)(
  `sessions held across every recorded rotation (skipped: ${corpusAbsent})`,
  () => {
    test('are no alarm to an analyst', async () => {
      let judged = 0;
      for (const [answers, issuerOf] of [
        [common, issuerOfEntry],
        [google, () => 'https://accounts.google.com'],
      ] as const) {
        const portAt = await analyst(answers);
        for (const { atMs } of answers) {
          const port = portAt(atMs);
          for (const { entry, issuedAtMs } of sessionsOf(answers, atMs)) {
            for (const time of [issuedAtMs, issuedAtMs + hour, atMs]) {
              if (time > atMs || (time === atMs && issuedAtMs !== atMs)) continue;
              const session = { kid: kidOf(entry), iss: issuerOf(entry), issuedAtMs: time };
              const outcomes = await judgeKey(port, { ...session, nowMs: atMs });
              expect(alarmsOf(outcomes)).toEqual([]);
              judged += 1;
            }
          }
        }
      }
      expect(judged).toBeGreaterThan(1_000);
    });

    test('are no alarm in a browser that saw the answers come', async () => {
      const { cache, answer } = createReplay();
      let judged = 0;
      for (const one of common) {
        await answer(one);
        for (const { entry, issuedAtMs } of sessionsOf(common, one.atMs)) {
          const session = { kid: kidOf(entry), iss: issuerOfEntry(entry), issuedAtMs };
          const outcomes = await judgeKey(cache, { ...session, nowMs: one.atMs });
          expect(alarmsOf(outcomes)).toEqual([]);
          judged += 1;
        }
      }
      expect(judged).toBeGreaterThan(1_000);
    });
  },
);

describe.skipIf(corpusPath === null)(
  `attacks injected into recorded answers (skipped: ${corpusAbsent})`,
  () => {
    const anyTime = fc.nat({ max: Math.max(0, common.length - 2) }).map((index) => index + 1);
    const runs = { numRuns: 40 };

    /** Browsers that saw the answers before each one. */
    const browsersBefore = (async () => {
      const browser = createReplay();
      const found = [browser.restart()];
      for (const one of common) {
        await browser.answer(one);
        found.push(browser.restart());
      }
      return found;
    })();

    /** What an analyst and a browser say of a session that is issued just after the last of some answers. */
    async function alarmsAfter(last: readonly Answer[], at: number, kid: string, iss: string) {
      const nowMs = common[at]?.atMs ?? 0;
      const session = { kid, iss, issuedAtMs: nowMs, nowMs };
      const port = (await analyst([...common.slice(0, at), ...last, ...common.slice(at + 1)]))(
        nowMs,
      );
      const browser = (await browsersBefore)[at]?.();
      if (browser === undefined) throw new Error('no browser has seen so many answers');
      for (const one of last) await browser.answer(one);
      return {
        analyst: alarmsOf(await judgeKey(port, session)),
        browser: alarmsOf(await judgeKey(browser.cache, session)),
      };
    }

    const answerAt = (at: number): Answer => {
      const answer = common[at];
      if (answer === undefined) throw new Error('no answer was recorded');
      return answer;
    };

    /** Changes an entry that the answer before listed too. */
    function inject(at: number, pick: number, change: (entry: Entry) => Entry) {
      const known = (common[at]?.keys ?? []).filter((entry) => {
        const before = common[at - 1];
        return before !== undefined && listedAt(before, kidOf(entry));
      });
      const target = known[pick % known.length];
      if (target === undefined) throw new Error('no key is listed twice in a row');
      const answer = answerAt(at);
      const keys = answer.keys.map((key) => (key === target ? change(key) : key));
      return { changed: { ...answer, keys }, target };
    }

    const { n, e } = another.entry;

    test('another key under the same name', async () => {
      await fc.assert(
        fc.asyncProperty(anyTime, fc.nat(), async (at, pick) => {
          const { changed, target } = inject(at, pick, (key) => ({ ...key, n, e }));
          const found = await alarmsAfter([changed], at, kidOf(target), issuerOfEntry(target));
          for (const alarms of Object.values(found)) {
            expect(alarms).toContain('key-swapped danger');
            expect(alarms).toContain('key-certificate-differs danger');
          }
        }),
        runs,
      );
    });

    test('a second key under the same name', async () => {
      await fc.assert(
        fc.asyncProperty(anyTime, fc.nat(), async (at, pick) => {
          const { target } = inject(at, pick, (key) => key);
          const answer = answerAt(at);
          const added = { ...answer, keys: [...answer.keys, { ...target, n, e }] };
          const found = await alarmsAfter([added], at, kidOf(target), issuerOfEntry(target));
          for (const alarms of Object.values(found)) {
            expect(alarms).toEqual(['key-ambiguous danger']);
          }
        }),
        runs,
      );
    });

    test('a key that is given to another issuer', async () => {
      await fc.assert(
        fc.asyncProperty(anyTime, fc.nat(), async (at, pick) => {
          const other = (key: Entry) =>
            key['issuer'] === consumerOwner ? enterpriseOwner : consumerOwner;
          const { changed, target } = inject(at, pick, (key) => ({ ...key, issuer: other(key) }));
          for (const iss of [enterpriseIssuer, consumerOwner]) {
            const found = await alarmsAfter([changed], at, kidOf(target), iss);
            for (const alarms of Object.values(found)) {
              expect(alarms).toContain('key-foreign danger');
            }
          }
        }),
        runs,
      );
    });

    test('a consumer key that signs for an organisation, in the shared document or only in the older one', async () => {
      const consumers = (answer: Answer | undefined) =>
        (answer?.keys ?? []).filter((key) => key['issuer'] === consumerOwner);
      await fc.assert(
        fc.asyncProperty(anyTime, fc.nat(), async (at, pick) => {
          const listed = consumers(common[at]);
          fc.pre(listed.length > 0);
          const target = listed[pick % listed.length] ?? {};
          const kid = kidOf(target);
          const inCommon = await alarmsAfter([answerAt(at)], at, kid, enterpriseIssuer);
          for (const alarms of Object.values(inCommon)) {
            expect(alarms).toContain('key-foreign danger');
          }
          const { issuer: _, ...unstated } = target;
          const name = 'harmless-name';
          const renamed = { ...unstated, kid: name, x5t: name };
          const older = { url: commonV1KeysUrl, atMs: answerAt(at).atMs, keys: [renamed] };
          const answers = [answerAt(at), older];
          const inOlder = await alarmsAfter(answers, at, name, enterpriseIssuer);
          for (const alarms of Object.values(inOlder)) {
            expect(alarms).toContain('key-foreign danger');
          }
        }),
        runs,
      );
    });

    /** Keys that vanished for good, with each answer that came at least nine days after the first one without them. */
    const gone = [...new Map(common.flatMap(({ keys }) => keys.map((key) => [kidOf(key), key])))]
      .map(([kid, entry]) => ({
        entry,
        last: common.findLastIndex((answer) => listedAt(answer, kid)),
      }))
      .flatMap(({ entry, last }) =>
        common.flatMap(({ atMs }, at) =>
          atMs - (common[last + 1]?.atMs ?? Number.POSITIVE_INFINITY) >= 9 * 24 * hour
            ? [{ entry, at, last }]
            : [],
        ),
      );
    const anyGone = fc.nat({ max: Math.max(0, gone.length - 1) }).map((index) => gone[index]);

    test('a session that is issued after its key’s retirement', async () => {
      expect(gone.length).toBeGreaterThan(100);
      await fc.assert(
        fc.asyncProperty(anyGone, async (one) => {
          const { entry = {}, at = 0, last = 0 } = one ?? {};
          const kid = kidOf(entry);
          // That a key is nowhere counts only when every document of its issuer was read.
          const { atMs, keys } = answerAt(at);
          const everywhere = [commonKeysUrl, commonV1KeysUrl, consumerKeysUrl].map((url) => ({
            url,
            atMs,
            keys,
          }));
          const found = await alarmsAfter(everywhere, at, kid, issuerOfEntry(entry));
          const retired = /^key-retired (danger|attention)$/;
          expect(found.analyst).toContainEqual(expect.stringMatching(retired));
          // A browser forgets the material of a key some time after it vanished, but not that it is gone.
          const lastSeenMs = common[last]?.atMs ?? 0;
          const isForgotten = answerAt(at).atMs - lastSeenMs >= keepVanishedMs;
          const expected = isForgotten ? /^key-not-published attention$/ : retired;
          expect(found.browser).toContainEqual(expect.stringMatching(expected));
        }),
        runs,
      );
    });

    test('a key that comes back after its retirement', async () => {
      await fc.assert(
        fc.asyncProperty(anyGone, async (one) => {
          const { entry = {}, at = 0 } = one ?? {};
          const answer = answerAt(at);
          const back = { ...answer, keys: [...answer.keys, entry] };
          const found = await alarmsAfter([back], at, kidOf(entry), issuerOfEntry(entry));
          for (const alarms of Object.values(found)) {
            expect(alarms).toContain('key-retired attention');
          }
        }),
        runs,
      );
    });
  },
);
