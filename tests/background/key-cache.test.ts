import { describe, expect, test } from 'vitest';
import type { FetchedDocument, Validators } from '../../src/background/key-cache/fetch-document.ts';
import { absenceMs, freshMs } from '../../src/background/key-cache/held.ts';
import { parseHistory } from '../../src/background/key-cache/history-record.ts';
import { createKeyCache, maxMissed } from '../../src/background/key-cache/key-cache.ts';
import {
  keepVanishedMs,
  maxEntries,
  mergeEntries,
  parseRecord,
} from '../../src/background/key-cache/record.ts';
import { burst, refillMs } from '../../src/background/key-cache/token-bucket.ts';
import { maxEarlier, maxHistoryText, maxKnownKeys } from '../../src/core/index.ts';
import type { KeyDocumentTable } from '../../src/platform/database.ts';
import { commonKeysUrl, commonV1KeysUrl } from '../support/keys.ts';
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

const tableOf = (disk: Map<string, unknown>): KeyDocumentTable => ({
  load: async (url) => disk.get(url),
  save: async (url, record) => {
    disk.set(url, structuredClone(record));
  },
});

function setUp(answers: Answer[], stored?: unknown, urls: readonly string[] = [commonKeysUrl]) {
  const asked: Validators[] = [];
  const problems: string[] = [];
  const disk = new Map<string, unknown>();
  const histories = new Map<string, unknown>();
  if (stored !== undefined) disk.set(commonKeysUrl, stored);
  const clock = { nowMs: 1_000_000_000 };
  const allowed = new Set(urls);
  const create = () =>
    createKeyCache({
      allowedUrls: () => allowed,
      table: tableOf(disk),
      histories: tableOf(histories),
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
  return { cache, create, read, asked, problems, disk, histories, clock, answers };
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

  test('that nothing has changed since an answer that there never was says nothing', async () => {
    const { read } = setUp([unchanged]);
    expect(await read()).toEqual({ freshness: 'none', problem: 'server-error', kids: null });
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

  test('remembers what a key was before it was exchanged under its id', async () => {
    const swapped = { ...second, entry: { ...second.entry, kid: first.kid } };
    const { cache, clock } = setUp([documentOf(first), documentOf(swapped)]);
    const readAgain = async () =>
      (await cache.read([commonKeysUrl], wantFirst)).readings[0]?.history?.keys.get(first.kid);
    const before = await readAgain();
    expect(before?.earlier).toEqual([]);
    clock.nowMs += freshMs + 1;
    expect((await readAgain())?.earlier).toMatchObject([{ thumbprint: before?.thumbprint }]);
  });

  test('an added member and another way to write a number are no exchange', async () => {
    const { cache, clock, answers } = setUp([documentOf(first)]);
    const earlier = async () => {
      const { readings } = await cache.read([commonKeysUrl], wantFirst);
      clock.nowMs += freshMs + 1;
      return readings[0]?.history?.keys.get(first.kid)?.earlier;
    };
    await earlier();
    const padded = { ...first.entry, n: `${first.entry['n']}==`, alg: 'RS256' };
    answers.push(documentOf({ ...first, entry: padded }));
    expect(await earlier()).toEqual([]);
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
    const allowed = new Set([commonKeysUrl]);
    const fails = async () => {
      throw new Error('disk full');
    };
    const cache = createKeyCache({
      allowedUrls: () => allowed,
      table: { load: fails, save: fails },
      histories: { load: fails, save: fails },
      fetchDocument: async () => documentOf(first),
      nowMs: () => 1_000,
      logProblem: (code) => problems.push(code),
    });
    const { readings } = await cache.read([commonKeysUrl], wantFirst);
    expect(readings[0]?.freshness).toBe('fresh');
    expect(problems).toEqual([
      'key-store-unreadable',
      'key-history-unreadable',
      'key-store-unwritable',
      'key-history-unwritable',
    ]);
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

describe('the history', () => {
  const historyOf = async (cache: ReturnType<typeof setUp>['cache']) => {
    const [history] = await cache.listHistories();
    if (history === undefined) throw new Error('no history');
    return history;
  };

  test('counts every answer of the server, changed or not', async () => {
    const { cache, read, clock, answers } = setUp([documentOf(first, second)]);
    await read();
    for (const answer of [unchanged, documentOf(first), unchanged, offline]) {
      answers.push(answer);
      clock.nowMs += freshMs;
      await cache.refreshAll();
    }
    const { answers: count, keys } = await historyOf(cache);
    expect(count).toBe(4);
    expect(keys.get(second.kid)?.absence?.answers).toBe(2);
    expect(keys.get(first.kid)?.absence).toBeNull();
  });

  test('is there after a restart', async () => {
    const { cache, read, create } = setUp([documentOf(first)]);
    await read();
    const before = await historyOf(cache);
    expect(before.keys.size).toBe(1);
    expect(await historyOf(create())).toEqual(before);
  });

  test('that is damaged is as good as none, and begins again with what is listed', async () => {
    const { read, histories, create, clock, answers } = setUp([
      documentOf(first),
      documentOf(second),
    ]);
    await read();
    clock.nowMs += 1;
    await read(wantSecond);
    histories.set(commonKeysUrl, { url: commonKeysUrl, keys: 'rubbish' });
    const again = create();
    answers.push(unchanged);
    await again.refreshAll();
    const { keys, answers: count } = await historyOf(again);
    expect([...keys.keys()]).toEqual([second.kid]);
    expect(count).toBe(1);
  });

  test('is kept in the servers’ time, whatever this computer’s clock says', async () => {
    const hour = 3_600_000;
    const { cache, read, clock, answers } = setUp([{ ...documentOf(first), clockErrorMs: hour }]);
    await read();
    answers.push({ ...documentOf(first), clockErrorMs: 5 * hour });
    clock.nowMs -= 4 * hour - 1;
    await cache.refreshAll();
    expect(await historyOf(cache)).toMatchObject({
      sinceMs: 1_000_000_000 + hour,
      observedAtMs: 1_000_000_000 + hour + 1,
      answers: 2,
    });
  });

  test('stays whole when the clock is set back and no server says the time', async () => {
    const { cache, read, clock, answers } = setUp([{ ...documentOf(first), clockErrorMs: null }]);
    await read();
    answers.push({ ...documentOf(first, second), clockErrorMs: null });
    clock.nowMs = 1_000;
    await cache.refreshAll();
    const { keys, sinceMs, answers: count } = await historyOf(cache);
    expect({ count, sinceMs, kids: [...keys.keys()].sort() }).toEqual({
      count: 2,
      sinceMs: 1_000,
      kids: [first.kid, second.kid].sort(),
    });
  });
});

describe('documents of one host', () => {
  const otherHost = 'https://keys.example/jwks';
  const setUpHosts = () =>
    setUp([documentOf(first)], undefined, [commonKeysUrl, commonV1KeysUrl, otherHost]);

  test('are refreshed together, so that they can be compared', async () => {
    const { cache, read, asked, answers } = setUpHosts();
    await read();
    expect(cache.recall?.(commonV1KeysUrl)).toMatchObject({ document: null });
    answers.push(documentOf(second), documentOf(second));
    await cache.refreshAll();
    expect(asked).toHaveLength(3);
    expect(cache.recall?.(commonV1KeysUrl)?.document?.keys).toMatchObject([{ kid: second.kid }]);
  });

  test('are recalled without asking anybody; of other hosts nothing is loaded', async () => {
    const { cache, read, asked, clock } = setUpHosts();
    expect(cache.recall?.(commonKeysUrl)).toBeNull();
    await read();
    expect(cache.recall?.(commonKeysUrl)).toMatchObject({ freshness: 'fresh', problem: null });
    expect(cache.recall?.(otherHost)).toBeNull();
    clock.nowMs += freshMs + 1;
    expect(cache.recall?.(commonKeysUrl)).toMatchObject({ freshness: 'stale', problem: 'offline' });
    expect(asked).toHaveLength(1);
  });
});

describe('what is kept of a history', () => {
  const stored = () => {
    const entry = {
      thumbprint: 't',
      owner: null,
      certificate: null,
      firstSeenMs: 1,
      lastSeenMs: 2,
      absence: null,
      returned: null,
      earlier: [],
    };
    return {
      url: commonKeysUrl,
      keys: new Map([['a', entry]]),
      sinceMs: 1,
      observedAtMs: 2,
      denseSinceMs: 1,
      answers: 2,
      longestAbsenceMs: 0,
    };
  };
  const entry = () => {
    const known = stored().keys.get('a');
    if (known === undefined) throw new Error('no key');
    return known;
  };
  const withKeys = (keys: Map<string, unknown>) =>
    parseHistory(commonKeysUrl, { ...stored(), keys });

  test('is read as it was written', () => {
    expect(parseHistory(commonKeysUrl, stored())).toEqual(stored());
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'rubbish'],
    ['times that are none', { ...stored(), sinceMs: Number.POSITIVE_INFINITY }],
    ['a count that is none', { ...stored(), answers: -1 }],
    ['keys that are none', { ...stored(), keys: new Map([['a', { thumbprint: 't' }]]) }],
  ])('%s is none', (_name, value) => {
    expect(parseHistory(commonKeysUrl, value)).toBeNull();
  });

  test('belongs to one document', () => {
    expect(parseHistory(commonV1KeysUrl, stored())).toBeNull();
  });

  test('has an end: keys, texts and earlier identities, at the bound and past it', () => {
    const many = (count: number) =>
      new Map(Array.from({ length: count }, (_value, index) => [`k${index}`, entry()]));
    expect(withKeys(many(maxKnownKeys))).not.toBeNull();
    expect(withKeys(many(maxKnownKeys + 1))).toBeNull();
    expect(withKeys(new Map([['k'.repeat(maxHistoryText), entry()]]))).not.toBeNull();
    expect(withKeys(new Map([['k'.repeat(maxHistoryText + 1), entry()]]))).toBeNull();
    const earlier = (count: number) =>
      Array.from({ length: count }, () => ({ thumbprint: 't', owner: null, untilMs: 1 }));
    expect(withKeys(new Map([['a', { ...entry(), earlier: earlier(maxEarlier) }]]))).not.toBeNull();
    expect(withKeys(new Map([['a', { ...entry(), earlier: earlier(maxEarlier + 1) }]]))).toBeNull();
  });
});

describe('what is kept of a document', () => {
  const entry = (kid: string, lastListedAtMs: number) => ({
    key: { kid },
    lastListedAtMs,
  });

  test('a vanished key stays for its time and goes after it', () => {
    const merged = (nowMs: number) =>
      mergeEntries([entry('old', 0)], [{ kid: 'new' }], nowMs).map(({ key }) => key['kid']);
    expect(merged(keepVanishedMs - 1)).toEqual(['new', 'old']);
    expect(merged(keepVanishedMs)).toEqual(['new']);
  });

  test('the newest answer decides what a key id means', () => {
    const known = [{ key: { kid: 'a', n: 'old' }, lastListedAtMs: 0 }];
    expect(mergeEntries(known, [{ kid: 'a', n: 'new' }], 1)).toEqual([
      { key: { kid: 'a', n: 'new' }, lastListedAtMs: 1 },
    ]);
  });

  test('a vanished key in Exchange’s own form stays beside others', () => {
    const named = (x5t: string) => ({ keyinfo: { x5t } });
    const known = [{ key: named('old'), lastListedAtMs: 0 }];
    expect(mergeEntries(known, [named('new')], 1).map(({ key }) => key)).toEqual([
      named('new'),
      named('old'),
    ]);
    expect(mergeEntries(known, [{ ...named('old'), usage: 'signing' }], 1)).toHaveLength(1);
  });

  test('what an earlier version kept is still read', () => {
    const entries = [{ key: { kid: 'a' }, lastListedAtMs: 0, swappedAtMs: 5 }];
    const record = {
      url: commonKeysUrl,
      entries,
      etag: null,
      lastModified: null,
      confirmedAtMs: 1,
      askedAtMs: 1,
      clockErrorMs: null,
      bucket: { tokens: 1, refilledAtMs: 0 },
    };
    expect(parseRecord(record)?.entries).toEqual([{ key: { kid: 'a' }, lastListedAtMs: 0 }]);
  });

  test('has an end', () => {
    const many = Array.from({ length: maxEntries + 1 }, (_value, index) => ({ kid: `k${index}` }));
    expect(mergeEntries([], many, 1)).toHaveLength(maxEntries);
    expect(parseRecord({ entries: many.map((key) => ({ key, lastListedAtMs: 0 })) })).toBeNull();
  });
});
