import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { absenceMs } from '../../../src/inspector/bench/work/bench-keys.ts';
import { maxResults } from '../../../src/inspector/bench/work/kept-results.ts';
import { maxFileBytes, sliceBytes } from '../../../src/inspector/bench/work/read-source.ts';
import { benchNowMs, harOf, readingOf, runTask, taskOf } from '../../support/bench-runs.ts';
import { commonKeysUrl } from '../../support/keys.ts';
import { tokenNamed } from '../../support/read-input.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  issuedAt,
  signToken,
} from '../../support/tokens.ts';

const key = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const genuine = await signToken(key, entraClaims());
const forged = await signToken(consumer, entraClaims({ uti: 'another-one-abcdefg' }));
const readings = [await readingOf([key.entry, consumer.entry])];

describe('a file', () => {
  test('is judged by the key lists of this browser, offline', async () => {
    const { lines, summary } = await runTask(taskOf(harOf([genuine, forged]), { readings }));
    expect(lines.map(({ verdict, account, host }) => [verdict, account, host])).toEqual([
      ['verified', 'ada@contoso.example', 'outlook.office.com'],
      ['danger', 'ada@contoso.example', 'outlook.office.com'],
    ]);
    expect(lines[1]?.failed[0]).toEqual({ rule: 'key-foreign', severity: 'danger' });
    expect(summary?.counts).toMatchObject({ verified: 1, danger: 1 });
    expect(summary?.missingKeys).toEqual([]);
  });

  test('says how often and when a token was used', async () => {
    const [line] = (await runTask(taskOf(harOf([genuine, genuine]), { readings }))).lines;
    expect(line).toMatchObject({ seen: 2, firstAtMs: benchNowMs, lastAtMs: benchNowMs });
  });

  test('is told with its SHA-256 and size, also above one slice and in UTF-16', async () => {
    for (const content of [
      Buffer.from(harOf([genuine])),
      Buffer.from(`\n`.repeat(2 * sliceBytes + 5) + harOf([genuine])),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(harOf([genuine]), 'utf16le')]),
    ]) {
      const { summary, lines } = await runTask(taskOf(new Blob([content]), { readings }));
      expect(lines).toHaveLength(1);
      expect(summary?.bytes).toBe(content.length);
      expect(summary?.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    }
  });

  test('is judged as of its own time, the person’s, or now', async () => {
    const late = (issuedAt + 10 * 3600) * 1000;
    const expired = { rule: 'token-expired', severity: 'attention' };
    const failed = async (changes: object, source = harOf([genuine])) =>
      (await runTask(taskOf(source, { readings, ...changes }))).lines[0]?.failed;
    expect(await failed({})).toEqual([]);
    expect(await failed({ atMs: late })).toContainEqual(expired);
    expect(await failed({ nowMs: late })).toEqual([]);
    expect(await failed({ nowMs: late }, genuine)).toContainEqual(expired);
  });

  test('gets its webmail from the person where they name one', async () => {
    const [line] = (await runTask(taskOf(genuine, { readings, host: 'outlook.office.com' }))).lines;
    expect(line).toMatchObject({ provider: 'outlook-work', verdict: 'verified' });
    expect((await runTask(taskOf(genuine, { readings }))).lines[0]?.provider).toBeNull();
  });

  test('tells progress and results while it is read, never more often than the clock says', async () => {
    const many = Array.from({ length: 300 }, (_, index) => tokenNamed(`${index}`)).join('\n');
    let now = 0;
    const ticking = await runTask(taskOf(many), undefined, () => {
      now += 60;
      return now;
    });
    const batches = ticking.messages.filter(({ type }) => type === 'lines');
    expect(batches.length).toBeGreaterThan(10);
    expect(ticking.lines.map(({ index }) => index)).toEqual([...Array(300).keys()]);
    const last = ticking.messages.findLast((message) => message.type === 'progress');
    expect(last).toMatchObject({ progress: { judged: 300, bytes: many.length } });
    // The clock stands still: everything comes at the end.
    const still = await runTask(taskOf(many));
    expect(still.messages.map(({ type }) => type)).toEqual(['progress', 'lines', 'done']);
  });

  test('can be stopped, and shows what was judged until then', async () => {
    const many = Array.from({ length: 300 }, (_, index) => tokenNamed(`${index}`)).join('\n');
    let now = 0;
    const { lines, summary } = await runTask(
      taskOf(many),
      (messages) => messages.filter(({ type }) => type === 'lines').length >= 2,
      () => {
        now += 60;
        return now;
      },
    );
    expect(summary).toMatchObject({ isStopped: true });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThan(300);
  });

  test('can be stopped before anything was read', async () => {
    const { summary, lines } = await runTask(taskOf(harOf([genuine])), () => true);
    expect(lines).toEqual([]);
    expect(summary).toMatchObject({ isStopped: true, sha256: null, leftOut: [] });
  });
});

describe('a key that this browser does not list', () => {
  const task = (changes: object) => taskOf(harOf([genuine]), changes);

  test('is no finding while nobody asked its server, and says whom to ask', async () => {
    const { lines, summary } = await runTask(task({}));
    expect(lines[0]?.verdict).toBe('undetermined');
    expect(summary?.missingKeys).toContain(commonKeysUrl);
  });

  test('is no finding in a list from before the token’s use, for keys rotate', async () => {
    const before = [await readingOf([consumer.entry], benchNowMs - 6 * 60_000)];
    const { lines, summary } = await runTask(task({ readings: before }));
    expect(lines[0]).toMatchObject({ verdict: 'undetermined', failed: [] });
    expect(summary?.missingKeys).toContain(commonKeysUrl);
  });

  test('is unusual in a list that was fetched after it', async () => {
    const urls = (await runTask(task({}))).summary?.missingKeys ?? [];
    expect(urls.length).toBeGreaterThan(1);
    const fetched = (confirmedAtMs: number) =>
      Promise.all(urls.map((url) => readingOf([consumer.entry], confirmedAtMs, url)));
    const before = await runTask(task({ readings: await fetched(benchNowMs - absenceMs - 1) }));
    expect(before.lines[0]?.failed).toEqual([]);
    const [line] = (await runTask(task({ readings: await fetched(benchNowMs + 1000) }))).lines;
    expect(line?.failed).toContainEqual({ rule: 'key-not-published', severity: 'attention' });
  });

  test('can come from a recorded list', async () => {
    const file = (name: string, content: string) => new File([content], name);
    const recorded = { url: commonKeysUrl, observed_at: '2026-11-24', jwks: { keys: [key.entry] } };
    const { lines, summary } = await runTask(
      task({
        keyFiles: [
          file('keys.json', `\uFEFF${JSON.stringify(recorded)}`),
          file('words.json', 'no JSON'),
          file('other.json', '{"a":1}'),
          file(
            'bare.json',
            JSON.stringify({ keys: [{ ...key.entry, issuer: undefined, x5t: 'z' }] }),
          ),
          file('large.json', ' '.repeat(4 * 1024 * 1024 + 1)),
        ],
      }),
    );
    expect(lines[0]?.verdict).toBe('verified');
    expect(summary?.keyFiles.map(({ problem }) => problem)).toEqual([
      null,
      'not-json',
      'not-keys',
      'no-address',
      'too-large',
    ]);
  });
});

describe('what cannot be read', () => {
  const failureOf = async (source: string | Blob) => (await runTask(taskOf(source))).failure;

  test('says why: a picture, an archive, a text without tokens, nothing', async () => {
    expect(await failureOf(new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])]))).toBe(
      'not-text',
    );
    for (const start of ['PK\u0003\u0004abc', '\u001f\u008b', '%PDF-1.7']) {
      expect(await failureOf(new Blob([Buffer.from(start, 'latin1')]))).toBe('not-text');
    }
    expect(await failureOf('Dear reader,\nthis is a letter.')).toBe('no-token');
    expect(await failureOf('{"log":{"entries":[]}}')).toBe('no-token');
    expect(await failureOf('')).toBe('no-token');
  });

  test('a file that goes away while it is read', async () => {
    const gone = new Blob([genuine]);
    gone.slice = () =>
      ({ ...gone, text: gone.text, arrayBuffer: () => Promise.reject(new Error()) }) as never;
    expect(await failureOf(gone)).toBe('unreadable');
  });

  test('a file just above the bound', async () => {
    const large = new Blob([genuine]);
    Object.defineProperty(large, 'size', { value: maxFileBytes + 1 });
    expect(await failureOf(large)).toBe('too-large');
  });

  test('more tokens than the page shows, in a list and in a file of another kind', async () => {
    const tokens = Array.from({ length: maxResults + 1 }, (_, index) => `e30.${index}.`);
    expect(await failureOf(tokens.join('\n'))).toBe('too-many-tokens');
    const named = tokens.map((_, index) => ({ id_token: tokenNamed(`${index}`) }));
    expect(await failureOf(JSON.stringify({ log: { entries: named } }))).toBe('too-many-tokens');
  });

  test('a damaged file is read up to the damage, and says so', async () => {
    const { lines, summary } = await runTask(taskOf(harOf([genuine, forged]).slice(0, -60)));
    expect(lines.length).toBeGreaterThan(0);
    expect(summary?.leftOut).toContainEqual(['broken-file', 1]);
  });
});

test('ten thousand tokens are listed, each once', async () => {
  const tokens = Array.from({ length: 10_000 }, (_, index) => tokenNamed(`${index}`));
  const { lines, summary } = await runTask(taskOf(harOf(tokens)));
  expect(lines).toHaveLength(10_000);
  expect(new Set(lines.map(({ index }) => index)).size).toBe(10_000);
  expect(Object.values(summary?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(10_000);
});
