import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answerJudging } from '../../src/background/answers/judging.ts';
import { createKeyCache } from '../../src/background/key-cache/key-cache.ts';
import { defaultPolicy, parsePolicy } from '../../src/core/index.ts';
import { judgingSchema, maxFetched, packReading } from '../../src/protocol/judging-schema.ts';
import { requestSchema } from '../../src/protocol/messages.ts';
import { readingOf } from '../support/bench-runs.ts';
import { makeCertificate } from '../support/certificates.ts';
import { commonKeysUrl, commonV1KeysUrl } from '../support/keys.ts';
import { createSigningKey, enterpriseOwner } from '../support/tokens.ts';

const key = await createSigningKey(enterpriseOwner);
const noTable = { load: async () => undefined, save: async () => undefined };

function setUp() {
  const asked: string[] = [];
  const cache = createKeyCache({
    allowedUrls: () => new Set([commonKeysUrl, commonV1KeysUrl]),
    table: noTable,
    histories: noTable,
    fetchDocument: async (url) => {
      asked.push(url);
      return {
        kind: 'document',
        value: { keys: [key.entry] },
        etag: null,
        lastModified: null,
        clockErrorMs: 0,
      };
    },
    nowMs: () => 1_000_000_000,
    logProblem: () => {},
  });
  const ask = (fetch: readonly string[]) =>
    answerJudging({ readAll: cache.readAll, policy: () => defaultPolicy })({
      type: 'judging',
      fetch: [...fetch],
    });
  return { ask, asked };
}

/** As messages travel in every browser. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what tokens are judged by', () => {
  test('is told without asking any server', async () => {
    const { ask, asked } = setUp();
    const { readings } = v.parse(judgingSchema, sent(await ask([])));
    expect(asked).toEqual([]);
    expect(readings.map(({ url, freshness }) => [url, freshness])).toEqual([
      [commonKeysUrl, 'none'],
      [commonV1KeysUrl, 'none'],
    ]);
  });

  test('is asked for where somebody wants it, at addresses of issuers alone', async () => {
    const { ask, asked } = setUp();
    const answer = await ask([commonKeysUrl, 'https://evil.example/keys']);
    expect(asked).toEqual([commonKeysUrl]);
    const { readings } = v.parse(judgingSchema, sent(answer));
    expect(readings[0]).toMatchObject({ freshness: 'fresh', problem: null });
    expect(readings[0]?.document?.keys[0]?.kid).toBe(key.kid);
    expect(readings[0]?.history?.keys.get(key.kid)?.lastSeenMs).toBe(1_000_000_000);
    expect(readings[1]?.freshness).toBe('none');
    // It is kept for the next time.
    await ask([]);
    expect(asked).toHaveLength(1);
  });

  test('survives the way through a message: keys, certificates, histories', async () => {
    const { der } = await makeCertificate();
    const certified = { ...key.entry, x5c: [der.toString('base64')] };
    const reading = await readingOf([certified, (await createSigningKey()).entry]);
    const parsed = v.parse(judgingSchema, sent({ readings: [packReading(reading)], policy: null }));
    expect(parsed.readings).toEqual([reading]);
  });

  test('has a policy as it is read everywhere, and none where it cannot be read', () => {
    const { policy } = parsePolicy({ allowedTenants: ['11111111-2222-4333-8444-555555555555'] });
    const read = (value: unknown) => v.parse(judgingSchema, sent({ readings: [], policy: value }));
    expect(read(policy).policy).toEqual(policy);
    expect(read('odd').policy).toEqual(defaultPolicy);
  });

  test('is refused when it is something else', () => {
    const readings = [{ url: commonKeysUrl, freshness: 'perhaps' }];
    expect(v.safeParse(judgingSchema, { readings, policy: null }).success).toBe(false);
  });

  test('is asked for with a bounded number of addresses', () => {
    const request = (count: number) =>
      v.safeParse(requestSchema, { type: 'judging', fetch: Array(count).fill(commonKeysUrl) });
    expect(request(maxFetched).success).toBe(true);
    expect(request(maxFetched + 1).success).toBe(false);
  });
});
