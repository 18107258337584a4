import { describe, expect, test } from 'vitest';
import {
  fetchDocument,
  maxBytes,
  readClockError,
} from '../../src/background/key-cache/fetch-document.ts';

const url = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
const none = { etag: null, lastModified: null };
const ask = (answer: Response | Error, validators = none, seen: RequestInit[] = []) =>
  fetchDocument(
    url,
    validators,
    async (_url, init) => {
      seen.push(init);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => 0,
  );

describe('fetching a key document', () => {
  test('sends no cookie, no referrer, follows no redirect and keeps nothing in a cache', async () => {
    const seen: RequestInit[] = [];
    await ask(new Response('{"keys":[]}'), none, seen);
    expect(seen[0]).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  test('asks conditionally when it knows validators', async () => {
    const seen: RequestInit[] = [];
    await ask(new Response('{}'), { etag: '"a"', lastModified: 'yesterday' } as never, seen);
    expect(seen[0]?.headers).toMatchObject({
      'if-none-match': '"a"',
      'if-modified-since': 'yesterday',
    });
  });

  test('gives the document with its validators', async () => {
    const answer = await ask(new Response('{"keys":[]}', { headers: { etag: '"b"' } }));
    expect(answer).toMatchObject({ kind: 'document', value: { keys: [] }, etag: '"b"' });
  });

  test('knows an unchanged document', async () => {
    expect(await ask(new Response(null, { status: 304 }))).toMatchObject({ kind: 'not-modified' });
  });

  test.each([
    [new Response('no', { status: 500 }), 'server-error'],
    [new Response('no', { status: 404 }), 'server-error'],
    [new Response('<html>sign in to the hotel</html>'), 'not-a-key-document'],
    [new Response(new Uint8Array([0xff, 0xfe, 0x00])), 'not-a-key-document'],
    [new TypeError('failed'), 'offline'],
    [new DOMException('late', 'TimeoutError'), 'timeout'],
  ])('calls a failure by its name (%#: %s)', async (answer, problem) => {
    expect(await ask(answer)).toMatchObject({ kind: 'problem', problem });
  });

  test('reads a document of the greatest size, and stops reading past it', async () => {
    const text = (length: number) => `"${'x'.repeat(length - 2)}"`;
    expect(await ask(new Response(text(maxBytes)))).toMatchObject({ kind: 'document' });
    expect(await ask(new Response(text(maxBytes + 1)))).toMatchObject({ problem: 'too-large' });
  });

  test('stops at the bound of an endless answer', async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks++;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await ask(new Response(endless))).toMatchObject({ problem: 'too-large' });
    expect(chunks).toBeLessThan(30);
  });
});

describe('clock error', () => {
  const date = 'Tue, 24 Nov 2026 12:00:00 GMT';
  const dateMs = Date.parse(date);

  test('is the difference to the middle of the request', () => {
    expect(readClockError(new Headers({ date }), dateMs, dateMs + 1000)).toBe(0);
    expect(readClockError(new Headers({ date }), dateMs - 3_600_000, dateMs - 3_599_000)).toBe(
      3_600_000,
    );
  });

  test('counts the age of an answer out of a cache', () => {
    expect(readClockError(new Headers({ date, age: '60' }), dateMs + 60_000, dateMs + 61_000)).toBe(
      0,
    );
  });

  test('is unknown without a readable date, and ages that are none count as zero', () => {
    expect(readClockError(new Headers(), 0, 0)).toBeNull();
    expect(readClockError(new Headers({ date: 'noon' }), 0, 0)).toBeNull();
    expect(readClockError(new Headers({ date, age: '-5' }), dateMs, dateMs + 1000)).toBe(0);
  });
});
