import { describe, expect, test } from 'vitest';
import type { FetchedDocument, Validators } from '../../src/background/key-cache/fetch-document.ts';
import {
  absenceMs,
  createKeyCache,
  freshMs,
  maxMissed,
} from '../../src/background/key-cache/key-cache.ts';
import {
  keepVanishedMs,
  maxEntries,
  mergeEntries,
  parseRecord,
} from '../../src/background/key-cache/record.ts';
import { burst, refillMs } from '../../src/background/key-cache/token-bucket.ts';
import { commonKeysUrl } from '../support/keys.ts';
import { createSigningKey, enterpriseOwner } from '../support/tokens.ts';

const first = await createSigningKey(enterpriseOwner);
const second = await createSigningKey(enterpriseOwner);
const wantFirst = { kid: first.kid, x5t: null };
const wantSecond = { kid: second.kid, x5t: null };

type Answer = FetchedDocument | Promise<FetchedDocument>;

const documentOf = (...keys: (typeof first)[]): FetchedDocument => ({
  kind: 'document',
  value: { keys: keys.map(({ entry }) => entry) },
  etag: '"1"',
  lastModified: null,
  clockErrorMs: 0,
});
const offline: FetchedDocument = { kind: 'problem', problem: 'offline', clockErrorMs: null };
const unchanged: FetchedDocument = { kind: 'not-modified', clockErrorMs: 0 };

function setUp(answers: Answer[], stored?: unknown) {
  const asked: Validators[] = [];
  const problems: string[] = [];
  const disk = new Map<string, unknown>();
  if (stored !== undefined) disk.set(commonKeysUrl, stored);
  const clock = { nowMs: 1_000_000_000 };
  const create = () =>
    createKeyCache({
      allowedUrls: new Set([commonKeysUrl]),
      table: {
        load: async (url) => disk.get(url),
        save: async (url, record) => {
          disk.set(url, structuredClone(record));
        },
      },
      fetchDocument: async (_url, validators) => {
        asked.push(validators);
        return answers.shift() ?? offline;
      },
      nowMs: () => clock.nowMs,
      logProblem: (code) => problems.push(code),
    });
  const cache = create();
  const read = async (wanted = wantFirst, from = cache) => {
    const { readings } = await from.read([commonKeysUrl], wanted);
    const [reading] = readings;
    if (reading === undefined) throw new Error('no reading');
    return {
      freshness: reading.freshness,
      problem: reading.problem,
      kids: reading.document?.keys.map(({ kid }) => kid) ?? null,
    };
  };
  return { cache, create, read, asked, problems, disk, clock, answers };
}

describe('key cache', () => {
  test('asks once for a key that it has, and again after a day', async () => {
    const { read, asked, clock, answers } = setUp([documentOf(first)]);
    expect(await read()).toEqual({ freshness: 'fresh', problem: null, kids: [first.kid] });
    clock.nowMs += freshMs;
    await read();
    expect(asked).toHaveLength(1);
    clock.nowMs += 1;
    answers.push(unchanged);
    expect((await read()).freshness).toBe('fresh');
    expect(asked).toHaveLength(2);
    expect(asked[1]?.etag).toBe('"1"');
  });

  test('has one request in flight however many ask', async () => {
    let answer: (document: FetchedDocument) => void = () => {};
    const { read, asked } = setUp([
      new Promise((resolve) => {
        answer = resolve;
      }),
    ]);
    const readers = Promise.all([read(), read(), read(wantSecond)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    answer(documentOf(first, second));
    expect((await readers).map(({ freshness }) => freshness)).toEqual(['fresh', 'fresh', 'fresh']);
    expect(asked).toHaveLength(1);
  });

  test('asks at once when a key is new, although the document is fresh: keys rotate', async () => {
    const { read, clock } = setUp([documentOf(first), documentOf(second)]);
    await read();
    clock.nowMs += 1;
    const reading = await read(wantSecond);
    expect(reading.freshness).toBe('fresh');
    expect(reading.kids).toContain(second.kid);
  });

  test('keeps a key that its document stopped listing', async () => {
    const { read, clock } = setUp([documentOf(first), documentOf(second)]);
    await read();
    clock.nowMs += 1;
    await read(wantSecond);
    expect((await read()).kids).toContain(first.kid);
  });

  test('an absence is confirmed once, then believed for a minute', async () => {
    const { read, asked, clock } = setUp([documentOf(first), unchanged, unchanged]);
    await read();
    clock.nowMs += 1;
    expect((await read(wantSecond)).freshness).toBe('fresh');
    const count = asked.length;
    clock.nowMs += absenceMs;
    await read(wantSecond);
    expect(asked).toHaveLength(count);
    clock.nowMs += 1;
    await read(wantSecond);
    expect(asked).toHaveLength(count + 1);
  });

  test('leaves the server in peace after a burst of unknown keys, and says so', async () => {
    const { read, asked, clock } = setUp(Array.from({ length: 50 }, () => documentOf(first)));
    for (let i = 0; i < burst + 10; i++) {
      clock.nowMs += 1;
      await read({ kid: `made-up-${i}`, x5t: null });
    }
    expect(asked).toHaveLength(burst);
    clock.nowMs += 1;
    const reading = await read({ kid: 'made-up-last', x5t: null });
    expect(reading).toMatchObject({ freshness: 'stale', problem: 'cooling-down' });
    clock.nowMs += refillMs;
    expect(await read({ kid: 'made-up-last', x5t: null })).toMatchObject({ freshness: 'fresh' });
  });

  test('a flood of made-up keys does not make a genuine known key unknown', async () => {
    const { read, clock } = setUp(Array.from({ length: 50 }, () => documentOf(first)));
    for (let i = 0; i < maxMissed + 1; i++) {
      clock.nowMs += 1;
      await read({ kid: `made-up-${i}`, x5t: null });
    }
    expect(await read()).toMatchObject({ freshness: 'fresh', kids: [first.kid] });
  });

  test('offline, a known document is stale and an unknown one absent', async () => {
    const { read, clock } = setUp([documentOf(first), offline]);
    await read();
    clock.nowMs += freshMs + 1;
    expect(await read()).toMatchObject({
      freshness: 'stale',
      problem: 'offline',
      kids: [first.kid],
    });
    const never = setUp([offline]);
    expect(await never.read()).toEqual({ freshness: 'none', problem: 'offline', kids: null });
  });

  test('an answer that is no key document leaves the last good one', async () => {
    const portal: FetchedDocument = { ...documentOf(), value: 'welcome' } as FetchedDocument;
    const { read, clock } = setUp([documentOf(first), portal]);
    await read();
    clock.nowMs += 1;
    expect(await read(wantSecond)).toMatchObject({
      freshness: 'stale',
      problem: 'not-a-key-document',
      kids: [first.kid],
    });
  });

  test('a clock that went back makes nothing fresh', async () => {
    const { read, clock, asked } = setUp([documentOf(first), offline]);
    await read();
    clock.nowMs -= 1;
    expect((await read()).freshness).toBe('stale');
    expect(asked).toHaveLength(2);
  });

  test('a clock that went back does not keep new keys out', async () => {
    const { read, clock } = setUp([documentOf(first), documentOf(first, second)]);
    await read();
    clock.nowMs -= 365 * 24 * 3_600_000;
    expect(await read(wantSecond)).toMatchObject({
      freshness: 'fresh',
      kids: [first.kid, second.kid],
    });
  });

  test('says which keys were exchanged under their id', async () => {
    const swapped = { ...second, entry: { ...second.entry, kid: first.kid } };
    const { cache, clock } = setUp([documentOf(first), documentOf(swapped)]);
    const readAgain = async () =>
      (await cache.read([commonKeysUrl], wantFirst)).readings[0]?.swapped;
    expect(await readAgain()).toEqual([]);
    clock.nowMs += freshMs + 1;
    expect(await readAgain()).toEqual([first.kid]);
  });

  test('what was read is there after a restart', async () => {
    const { read, create, asked } = setUp([documentOf(first)]);
    await read();
    expect(await read(wantFirst, create())).toMatchObject({
      freshness: 'fresh',
      kids: [first.kid],
    });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['text', 'rubbish'],
    ['null', null],
    ['a bucket with too much', { url: commonKeysUrl, bucket: { tokens: 1e9, refilledAtMs: 0 } }],
  ])('a damaged store is as good as none: %s', async (_name, stored) => {
    const { read } = setUp([documentOf(first)], stored);
    expect((await read()).freshness).toBe('fresh');
  });

  test('a store that throws is said once and costs only the memory', async () => {
    const problems: string[] = [];
    const fails = async () => {
      throw new Error('disk full');
    };
    const cache = createKeyCache({
      allowedUrls: new Set([commonKeysUrl]),
      table: { load: fails, save: fails },
      fetchDocument: async () => documentOf(first),
      nowMs: () => 1_000,
      logProblem: (code) => problems.push(code),
    });
    const { readings } = await cache.read([commonKeysUrl], wantFirst);
    expect(readings[0]?.freshness).toBe('fresh');
    expect(problems).toEqual(['key-store-unreadable', 'key-store-unwritable']);
  });

  test('never asks an address that is not a named key document', async () => {
    const { cache, asked } = setUp([documentOf(first)]);
    await expect(cache.read(['https://evil.example/keys'], wantFirst)).rejects.toThrow('invariant');
    expect(asked).toEqual([]);
  });

  test('the hourly refresh asks only for documents in use', async () => {
    const { cache, read, asked, answers } = setUp([]);
    await cache.refreshAll();
    expect(asked).toHaveLength(0);
    answers.push(documentOf(first), unchanged);
    await read();
    await cache.refreshAll();
    expect(asked).toHaveLength(2);
  });
});

describe('what is kept of a document', () => {
  const entry = (kid: string, lastListedAtMs: number) => ({
    key: { kid },
    lastListedAtMs,
    swappedAtMs: null,
  });

  test('a vanished key stays for its time and goes after it', () => {
    const merged = (nowMs: number) =>
      mergeEntries([entry('old', 0)], [{ kid: 'new' }], nowMs).map(({ key }) => key['kid']);
    expect(merged(keepVanishedMs - 1)).toEqual(['new', 'old']);
    expect(merged(keepVanishedMs)).toEqual(['new']);
  });

  test('the newest answer decides what a key id means', () => {
    const known = [{ key: { kid: 'a', n: 'old' }, lastListedAtMs: 0, swappedAtMs: null }];
    expect(mergeEntries(known, [{ kid: 'a', n: 'new' }], 1)).toEqual([
      { key: { kid: 'a', n: 'new' }, lastListedAtMs: 1, swappedAtMs: 1 },
    ]);
  });

  test('an exchanged key is remembered for its time, an added member is no exchange', () => {
    const first = [{ key: { kid: 'a', n: 'old' }, lastListedAtMs: 0, swappedAtMs: null }];
    const [same] = mergeEntries(first, [{ kid: 'a', n: 'old', use: 'sig' }], 1);
    expect(same?.swappedAtMs).toBeNull();
    const number = (n: string) => mergeEntries([], [{ kid: 'a', kty: 'RSA', n }], 0);
    for (const written of ['q80=', 'AKvN']) {
      expect(
        mergeEntries(number('q80'), [{ kid: 'a', kty: 'RSA', n: written }], 1)[0]?.swappedAtMs,
      ).toBeNull();
    }
    const swapped = mergeEntries(first, [{ kid: 'a', n: 'new' }], 1);
    const later = (nowMs: number) =>
      mergeEntries(swapped, [{ kid: 'a', n: 'new' }], nowMs)[0]?.swappedAtMs;
    expect(later(keepVanishedMs)).toBe(1);
    expect(later(keepVanishedMs + 1)).toBeNull();
  });

  test('has an end', () => {
    const many = Array.from({ length: maxEntries + 1 }, (_value, index) => ({ kid: `k${index}` }));
    expect(mergeEntries([], many, 1)).toHaveLength(maxEntries);
    expect(parseRecord({ entries: many.map((key) => ({ key, lastListedAtMs: 0 })) })).toBeNull();
  });
});
