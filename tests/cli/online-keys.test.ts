import { afterEach, describe, expect, test, vi } from 'vitest';
import { createOnlineKeys } from '../../src/cli/online-keys.ts';
import { type KeyPort, parseKeyDocument } from '../../src/core/index.ts';
import { createRecordedKeys } from '../../src/input/keys/recorded-keys.ts';
import { commonKeysUrl } from '../support/keys.ts';
import { createSigningKey, enterpriseOwner } from '../support/tokens.ts';

const old = await createSigningKey(enterpriseOwner);
const now = await createSigningKey(enterpriseOwner);
const exchanged = { ...now.entry, kid: old.kid, x5t: old.kid };
const today = Date.parse('2026-11-24T12:00:00Z');
const yesterday = today - 86_400_000;
const lastYear = today - 365 * 86_400_000;

afterEach(() => vi.unstubAllGlobals());

/** What the key server answers today. */
const publish = (...keys: object[]) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ keys })));

async function recordedAt(atMs: number, observedAtMs: number, ...keys: object[]): Promise<KeyPort> {
  const parsed = await parseKeyDocument(commonKeysUrl, { keys });
  if (!parsed.ok) throw new Error(parsed.code);
  const document = parsed.value;
  return createRecordedKeys([{ file: 'x', url: commonKeysUrl, observedAtMs, document }], atMs);
}

async function readingOf(offline: KeyPort, atMs: number) {
  const { readings } = await createOnlineKeys(today)(offline, atMs).read([commonKeysUrl], {
    kid: old.kid,
    x5t: null,
  });
  const [reading] = readings;
  if (reading === undefined) throw new Error('no reading');
  return reading;
}

describe('today', () => {
  test('a key that is gone is still there from the records, and is known to be absent', async () => {
    publish(now.entry);
    const reading = await readingOf(await recordedAt(today, yesterday, old.entry), today);
    expect(reading.document?.keys.map(({ kid }) => kid)).toEqual([now.kid, old.kid]);
    expect(reading.freshness).toBe('fresh');
    expect(reading.history?.keys.get(old.kid)?.absence).toMatchObject({ answers: 1 });
  });

  test('a key that was exchanged under its name is today’s, and is known to be exchanged', async () => {
    publish(exchanged);
    const reading = await readingOf(await recordedAt(today, yesterday, old.entry), today);
    expect(reading.document?.keys.map(({ jwk }) => jwk.n)).toEqual([now.entry['n']]);
    expect(reading.history?.keys.get(old.kid)?.earlier).toHaveLength(1);
  });

  test('without records there is a history of one answer', async () => {
    publish(now.entry);
    const reading = await readingOf(createRecordedKeys([], today), today);
    expect(reading.history).toMatchObject({ answers: 1, observedAtMs: today });
  });

  test('what cannot be fetched comes from the records', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
    const reading = await readingOf(await recordedAt(today, yesterday, old.entry), today);
    expect(reading.document?.keys.map(({ kid }) => kid)).toEqual([old.kid]);
  });
});

describe('another day', () => {
  test('what was recorded up to then counts; today’s answer only adds keys and says nothing of their history', async () => {
    publish(exchanged, now.entry);
    const reading = await readingOf(await recordedAt(lastYear, lastYear, old.entry), lastYear);
    expect(reading.document?.keys.map(({ jwk }) => jwk.n)).toEqual([
      old.entry['n'],
      now.entry['n'],
    ]);
    expect([...(reading.history?.keys.keys() ?? [])]).toEqual([old.kid]);
    expect(reading.history?.keys.get(old.kid)?.earlier).toEqual([]);
  });

  test('without records today’s keys are good for what they are', async () => {
    publish(now.entry);
    const reading = await readingOf(createRecordedKeys([], lastYear), lastYear);
    expect(reading).toMatchObject({ freshness: 'stale', problem: 'offline' });
    expect(reading.history).toBeUndefined();
  });
});

describe('an address', () => {
  test('is asked once in a run, and only when some issuer is known to have it', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      return new Response(JSON.stringify({ keys: [now.entry] }));
    });
    const online = createOnlineKeys(today);
    for (const atMs of [today, today, lastYear]) {
      const port = online(createRecordedKeys([], atMs), atMs);
      await port.read([commonKeysUrl, 'https://keys.example/jwks'], { kid: old.kid, x5t: null });
    }
    expect(asked).toEqual([commonKeysUrl]);
  });

  test.each(['no JSON', '{"keys":5}', '{}', ''])(
    'that answers %j leaves the word to the records',
    async (text) => {
      vi.stubGlobal('fetch', async () => new Response(text));
      const reading = await readingOf(await recordedAt(today, lastYear, old.entry), today);
      expect(reading.document?.keys.map(({ kid }) => kid)).toEqual([old.kid]);
      expect(reading.freshness).toBe('stale');
    },
  );
});
