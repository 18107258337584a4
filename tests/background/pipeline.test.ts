import { describe, expect, test, vi } from 'vitest';
import { proofReinspectMs, reinspectMs, retryMs } from '../../src/background/due.ts';
import { maxLaterUses } from '../../src/background/later-uses.ts';
import {
  createPipeline,
  maxInFlight,
  maxParallel,
  maxQueued,
  maxQueuedPerHost,
} from '../../src/background/pipeline.ts';
import { maxSeen, maxSeenCharacters } from '../../src/background/token-table.ts';
import { type Inspection, noContext, type Sighting } from '../../src/core/index.ts';
import { inspectionOf, sightingOf } from '../support/inspections.ts';

function setUp(answer: (sighting: Sighting) => Partial<Inspection> | Error = () => ({})) {
  const inspected: string[] = [];
  const stored: string[] = [];
  /** What happens while the next one is stored. */
  const whileStored: (() => void)[] = [];
  const touched: string[] = [];
  const touches: (readonly [readonly number[], number])[] = [];
  const remembered = new Set(['session']);
  const problems: string[] = [];
  const clock = { nowMs: 1_000_000 };
  let running = 0;
  let mostAtOnce = 0;
  const pipeline = createPipeline({
    inspect: async (sighting) => {
      inspected.push(sighting.credential);
      running++;
      mostAtOnce = Math.max(mostAtOnce, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      const changes = answer(sighting);
      if (changes instanceof Error) throw changes;
      return inspectionOf(changes);
    },
    store: async (_, { credential }) => {
      stored.push(credential);
      whileStored.pop()?.();
      return { sessionId: 'session', fingerprint: 'fingerprint' };
    },
    touch: ({ sessionId }, { tabIds, seenAtMs }) => {
      touched.push(sessionId);
      touches.push([tabIds, seenAtMs]);
      return remembered.has(sessionId);
    },
    nowMs: () => clock.nowMs,
    logProblem: (code) => problems.push(code),
  });
  const see = (credential: string, changes: Partial<Sighting> = {}) =>
    pipeline.receive(sightingOf({ credential, ...changes }));
  return {
    pipeline,
    see,
    inspected,
    stored,
    whileStored,
    touched,
    touches,
    remembered,
    problems,
    clock,
    mostAtOnce: () => mostAtOnce,
  };
}

const unreachable: Partial<Inspection> = {
  verdict: 'undetermined',
  outcomes: [{ rule: 'signature-invalid', outcome: 'unknown', reason: 'key-server-unreachable' }],
};

describe('pipeline', () => {
  test('a token whose session was pushed out is inspected again when it is used', async () => {
    const { pipeline, see, inspected, remembered } = setUp();
    see('a');
    await pipeline.idle();
    see('a');
    await pipeline.idle();
    expect(inspected).toEqual(['a']);
    remembered.clear();
    see('a');
    see('a');
    await pipeline.idle();
    expect(inspected).toEqual(['a', 'a']);
  });

  test('a token seen again is not inspected again, but its use is noted', async () => {
    const { pipeline, see, inspected, touched } = setUp();
    see('a');
    await pipeline.idle();
    see('a');
    await pipeline.idle();
    expect(inspected).toEqual(['a']);
    expect(touched).toEqual(['session']);
  });

  test('uses that come while a token is inspected are noted when that is done, the last one of each tab', async () => {
    const { pipeline, see, inspected, touches } = setUp();
    see('a', { seenAtMs: 1 });
    for (const [tabId, seenAtMs] of [
      [1, 2],
      [2, 3],
      [1, 4],
    ] as const) {
      see('a', { tabIds: [tabId], seenAtMs });
    }
    expect(touches).toEqual([]);
    await pipeline.idle();
    expect(inspected).toEqual(['a']);
    expect(touches).toEqual([
      [[2], 3],
      [[1], 4],
    ]);
    see('a', { tabIds: [3], seenAtMs: 5 });
    expect(touches).toHaveLength(3);
  });

  test('of such uses no more are kept than the bound', async () => {
    const { pipeline, see, touched } = setUp();
    see('a');
    for (let tabId = 0; tabId < maxLaterUses * 2; tabId++) see('a', { tabIds: [tabId] });
    await pipeline.idle();
    expect(touched).toHaveLength(maxLaterUses);
  });

  test('a token that is kept in one way and used in another is inspected for each', async () => {
    const { pipeline, see, inspected } = setUp();
    for (const presentedAs of ['storage', 'bearer', 'dpop', 'bearer'] as const) {
      see('a', { context: { ...noContext, presentedAs } });
      await pipeline.idle();
    }
    expect(inspected).toEqual(['a', 'a', 'a']);
  });

  test('a token with proofs is inspected again after a minute, and not before', async () => {
    const { pipeline, see, inspected, clock } = setUp();
    const use = () =>
      see('a', { context: { ...noContext, presentedAs: 'dpop', proofs: ['x.y.z'] } });
    use();
    await pipeline.idle();
    clock.nowMs += proofReinspectMs - 1;
    use();
    await pipeline.idle();
    expect(inspected).toEqual(['a']);
    clock.nowMs += 1;
    use();
    await pipeline.idle();
    expect(inspected).toEqual(['a', 'a']);
  });

  test('the same token in a private window, from another page or to another host is another sighting', async () => {
    const { pipeline, see, inspected } = setUp();
    see('a');
    see('a', { isPrivate: true });
    see('a', { documentHost: 'outlook.live.com' });
    see('a', { host: 'graph.microsoft.com' });
    await pipeline.idle();
    expect(inspected).toHaveLength(4);
  });

  test('a known token beside another code or access token is another sighting', async () => {
    const { pipeline, see, inspected, touched } = setUp();
    const context = { ...noContext, presentedAs: 'id-token' as const };
    see('a', { context });
    see('a', { context: { ...context, code: 'one' } });
    see('a', { context: { ...context, code: 'two' } });
    see('a', { context: { ...context, accessToken: 'two' } });
    await pipeline.idle();
    expect(inspected).toEqual(['a', 'a', 'a', 'a']);
    see('a', { context: { ...context, code: 'two' } });
    await pipeline.idle();
    expect(inspected).toHaveLength(4);
    expect(touched).toEqual(['session']);
  });

  test('what the server said of it makes it another use', async () => {
    const { pipeline, see, inspected } = setUp();
    const { context } = sightingOf();
    for (const answer of [null, 'accepted', 'refused', 'accepted'] as const) {
      see('a', { context: { ...context, answer } });
    }
    await pipeline.idle();
    expect(inspected).toHaveLength(3);
  });

  test('a token is judged anew an hour later, not before', async () => {
    const { pipeline, see, inspected, clock } = setUp(() => ({ token: null }));
    see('a');
    await pipeline.idle();
    clock.nowMs += reinspectMs - 1;
    see('a');
    await pipeline.idle();
    expect(inspected).toHaveLength(1);
    clock.nowMs += 1;
    see('a');
    await pipeline.idle();
    expect(inspected).toHaveLength(2);
  });

  test('a token is judged anew when it has run out', async () => {
    const { pipeline, see, inspected, clock } = setUp();
    clock.nowMs = (1_795_526_100 - 60) * 1000;
    see('a');
    await pipeline.idle();
    clock.nowMs = (1_795_526_100 + 301) * 1000;
    see('a');
    await pipeline.idle();
    expect(inspected).toHaveLength(2);
  });

  test('what could not be checked is tried again without being seen again', async () => {
    const { pipeline, see, inspected } = setUp(() => unreachable);
    see('a');
    await pipeline.idle();
    pipeline.retryOpen();
    await pipeline.idle();
    expect(inspected).toEqual(['a', 'a']);
  });

  test('what was decided is not tried again', async () => {
    const { pipeline, see, inspected } = setUp();
    see('a');
    await pipeline.idle();
    pipeline.retryOpen();
    await pipeline.idle();
    expect(inspected).toEqual(['a']);
  });

  test('an open token that is seen again waits before it is inspected again', async () => {
    const { pipeline, see, inspected, clock } = setUp(() => unreachable);
    see('a');
    await pipeline.idle();
    clock.nowMs += retryMs - 1;
    see('a');
    await pipeline.idle();
    expect(inspected).toHaveLength(1);
    clock.nowMs += 1;
    see('a');
    await pipeline.idle();
    expect(inspected).toHaveLength(2);
  });

  test('a slow store holds up no inspection, and no more than the bound wait for it', async () => {
    const stored: (() => void)[] = [];
    let inspected = 0;
    const pipeline = createPipeline({
      inspect: async () => {
        inspected++;
        return inspectionOf();
      },
      store: () =>
        new Promise((resolve) =>
          stored.push(() => resolve({ sessionId: 'session', fingerprint: 'fingerprint' })),
        ),
      touch: () => true,
      nowMs: () => 0,
      logProblem: () => undefined,
    });
    for (let index = 0; index < maxInFlight + 50; index++) {
      pipeline.receive(
        sightingOf({ credential: `t${index}`, documentHost: `h${index % 3}.example` }),
      );
    }
    await vi.waitFor(() => expect(stored).toHaveLength(maxInFlight));
    expect(inspected).toBe(maxInFlight);
    stored.shift()?.();
    await vi.waitFor(() => expect(inspected).toBe(maxInFlight + 1));
    const idle = pipeline.idle();
    while (inspected < maxInFlight + 50 || stored.length > 0) {
      stored.shift()?.();
      await Promise.resolve();
    }
    await idle;
    expect(inspected).toBe(maxInFlight + 50);
  });

  test('at most so many inspections run at once', async () => {
    const { pipeline, see, mostAtOnce } = setUp();
    for (let i = 0; i < maxParallel * 3; i++) see(`t${i}`);
    await pipeline.idle();
    expect(mostAtOnce()).toBe(maxParallel);
  });

  test('a page that floods the queue loses its own tokens, not those of others', async () => {
    const { pipeline, see, inspected, problems } = setUp();
    // The first ones leave the queue at once.
    for (let i = 0; i < maxParallel + maxQueuedPerHost + 1; i++) {
      see(`flood${i}`, { documentHost: 'outlook.live.com' });
    }
    expect(problems).toEqual(['sightings-dropped']);
    see('mine');
    await pipeline.idle();
    expect(inspected).toHaveLength(maxParallel + maxQueuedPerHost + 1);
    expect(inspected).toContain('mine');
  });

  test('the queue as a whole has an end', async () => {
    const { pipeline, see, inspected } = setUp();
    for (let i = 0; i < maxParallel + maxQueued + 1; i++) {
      see(`t${i}`, { documentHost: `host${i % 5}.example` });
    }
    await pipeline.idle();
    expect(inspected).toHaveLength(maxParallel + maxQueued);
  });

  test('what was dropped is inspected when it is seen again', async () => {
    const { pipeline, see, inspected } = setUp();
    const last = maxParallel + maxQueuedPerHost;
    for (let i = 0; i <= last; i++) see(`t${i}`);
    await pipeline.idle();
    see(`t${last}`);
    await pipeline.idle();
    expect(inspected.at(-1)).toBe(`t${last}`);
  });

  test('the oldest of too many tokens is forgotten', async () => {
    const { pipeline, see, inspected } = setUp();
    for (let i = 0; i <= maxSeen; i++) {
      see(`t${i}`);
      if (i % 64 === 0) await pipeline.idle();
    }
    await pipeline.idle();
    see(`t${maxSeen}`);
    await pipeline.idle();
    expect(inspected).toHaveLength(maxSeen + 1);
    see('t0');
    await pipeline.idle();
    expect(inspected).toHaveLength(maxSeen + 2);
  });

  test('too many characters of tokens are forgotten', async () => {
    const { pipeline, see, inspected } = setUp();
    const long = 'x'.repeat(maxSeenCharacters / 4);
    for (let i = 0; i < 5; i++) {
      see(`${i}${long}`);
      await pipeline.idle();
    }
    see(`0${long}`);
    await pipeline.idle();
    expect(inspected).toHaveLength(6);
  });

  test('an inspection that crashes is logged without its input, and the next token is inspected', async () => {
    const { pipeline, see, inspected, problems } = setUp(({ credential }) =>
      credential === 'bad' ? new Error('secret text') : {},
    );
    see('bad');
    see('good');
    await pipeline.idle();
    expect(problems).toEqual(['inspection-crashed']);
    expect(inspected).toEqual(['bad', 'good']);
  });
});

describe('judging again when what it is judged by has changed', () => {
  test('every remembered token is, once, whether it is seen again or not', async () => {
    const { pipeline, see, inspected } = setUp(() => ({ token: null }));
    for (const name of ['a', 'b', 'c']) see(name);
    await pipeline.idle();
    pipeline.judgeAgain();
    await pipeline.idle();
    expect(inspected).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
    see('a');
    await pipeline.idle();
    expect(inspected).toHaveLength(6);
  });

  test('all of them, also when they are more than may wait', async () => {
    const { pipeline, see, inspected, problems, mostAtOnce } = setUp();
    const many = maxQueuedPerHost * 3;
    for (let index = 0; index < many; index++) {
      see(`token ${index}`);
      if (index % maxQueuedPerHost === 0) await pipeline.idle();
    }
    await pipeline.idle();
    pipeline.judgeAgain();
    await pipeline.idle();
    expect(inspected).toHaveLength(many * 2);
    expect(problems).toEqual([]);
    expect(mostAtOnce()).toBeLessThanOrEqual(maxParallel);
  });

  test('a token whose inspection had begun before is judged once more after it', async () => {
    const { pipeline, see, inspected } = setUp();
    see('a');
    pipeline.judgeAgain();
    pipeline.judgeAgain();
    await pipeline.idle();
    expect(inspected).toEqual(['a', 'a']);
  });

  test('what is new goes first', async () => {
    const { pipeline, see, inspected } = setUp();
    const old = Array.from({ length: maxParallel * 2 }, (_, index) => `old ${index}`);
    for (const name of old) see(name);
    await pipeline.idle();
    pipeline.judgeAgain();
    see('new');
    await pipeline.idle();
    const again = inspected.slice(old.length);
    expect(again).toHaveLength(old.length + 1);
    expect(again.indexOf('new')).toBe(maxParallel);
  });

  test('a token that crashed our code is not tried for ever', async () => {
    const { pipeline, see, inspected, problems } = setUp(() => new Error('a bug'));
    see('a');
    pipeline.judgeAgain();
    await pipeline.idle();
    expect(inspected).toEqual(['a']);
    expect(problems).toEqual(['inspection-crashed']);
  });
});

describe('forgetting private windows', () => {
  const hidden = { isPrivate: true };

  test('what they showed is not judged again, and begins anew when it is seen again', async () => {
    const { pipeline, see, inspected, touched } = setUp(() => unreachable);
    see('a', hidden);
    see('b');
    await pipeline.idle();
    // Is to be judged again when there is time for it.
    pipeline.judgeAgain();
    pipeline.forgetPrivate();
    await pipeline.idle();
    inspected.length = 0;
    pipeline.retryOpen();
    pipeline.judgeAgain();
    await pipeline.idle();
    expect(new Set(inspected)).toEqual(new Set(['b']));
    see('a', hidden);
    await pipeline.idle();
    expect(inspected.at(-1)).toBe('a');
    expect(touched).toEqual([]);
  });

  test('what waits is left out, and what is inspected just now is not stored', async () => {
    const { pipeline, see, inspected, stored } = setUp();
    for (let index = 0; index < maxParallel * 2; index++) see(`hidden ${index}`, hidden);
    see('open');
    pipeline.forgetPrivate();
    await pipeline.idle();
    expect(inspected).toHaveLength(maxParallel + 1);
    expect(stored).toEqual(['open']);
    pipeline.judgeAgain();
    await pipeline.idle();
    expect(stored).toEqual(['open', 'open']);
  });

  test('what is being stored just now is not remembered for another judgement', async () => {
    const { pipeline, see, inspected, stored, whileStored } = setUp();
    whileStored.push(() => pipeline.forgetPrivate());
    see('a', hidden);
    await pipeline.idle();
    expect(stored).toEqual(['a']);
    pipeline.judgeAgain();
    await pipeline.idle();
    expect(inspected).toEqual(['a']);
  });
});
