import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  maxCharacters,
  maxEntries,
  maxValueLength,
  maxValues,
} from '../../src/platform/page-storage.ts';
import { FakeStorage, runInFrames } from '../support/page-frames.ts';
import { assembleToken } from '../support/tokens.ts';

const { execute, get } = vi.hoisted(() => ({ execute: vi.fn(), get: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: { scripting: { executeScript: execute }, tabs: { get } },
}));
const { keepsNothing, readPageStorage } = await import('../../src/platform/page-storage.ts');

const token = assembleToken('{"alg":"RS256","kid":"a"}', '{"aud":"client"}');

const mail = 'mail.example';
const read = () => readPageStorage({ id: 1, host: mail }, [mail]);
const runInPage = (local: FakeStorage, session?: FakeStorage) =>
  runInFrames(execute, { origin: `https://${mail}`, local, ...(session && { session }) });

beforeEach(() => {
  execute.mockReset();
});

describe('reading what a page keeps', () => {
  test('values that can hold a token, from both places', async () => {
    runInPage(
      new FakeStorage({ theme: 'dark', 'msal.3|x': JSON.stringify({ secret: token }) }),
      new FakeStorage({ raw: token }),
    );
    expect(await read()).toEqual([
      { host: mail, area: 'local', value: JSON.stringify({ secret: token }) },
      { host: mail, area: 'session', value: token },
    ]);
  });

  test('encrypted entries of MSAL.js', async () => {
    const value = JSON.stringify({ id: '0190', nonce: 'AAAA', data: 'sealed' });
    runInPage(new FakeStorage({ entry: value }));
    expect(await read()).toEqual([{ host: mail, area: 'local', value }]);
  });

  test('entries, lengths, values and characters are bounded', async () => {
    const many = new FakeStorage(
      Object.fromEntries(Array.from({ length: maxEntries + 50 }, (_, index) => [`k${index}`, 'x'])),
    );
    runInPage(many);
    await read();
    expect(many.reads).toBe(maxEntries);
    runInPage(new FakeStorage({ long: `${token}${' '.repeat(maxValueLength)}` }));
    expect(await read()).toEqual([]);
    runInPage(
      new FakeStorage(
        Object.fromEntries(
          Array.from({ length: maxValues + 9 }, (_, index) => [`k${index}`, token]),
        ),
      ),
    );
    expect(await read()).toHaveLength(maxValues);
    const large = `${token}${' '.repeat(maxValueLength - token.length)}`;
    runInPage(
      new FakeStorage(
        Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, large])),
      ),
    );
    const characters = (await read()).reduce((sum, { value }) => sum + value.length, 0);
    expect(characters).toBe(maxCharacters);
  });

  test('a page that forbids itself to keep anything', async () => {
    execute.mockImplementation(async ({ func, args }) => {
      const alone = new Function('location', `return (${func.toString()})`);
      return [{ result: alone({ hostname: mail })(...(args ?? [])) }];
    });
    expect(await read()).toEqual([]);
  });

  test('an answer that a page made up is judged like any text', async () => {
    const long = 'x'.repeat(maxValueLength + 1);
    for (const result of [
      null,
      'text',
      [null, 7, {}, { area: 'local' }, { area: 1, value: long }],
    ]) {
      execute.mockResolvedValue([{ result }]);
      expect(await read()).toEqual([]);
    }
    execute.mockResolvedValue([{ result: [{ area: '<b>', value: token }] }]);
    expect(await read()).toEqual([{ host: mail, area: 'session', value: token }]);
  });

  test('a page that may not be read is no error', async () => {
    execute.mockRejectedValue(new Error('Cannot access contents of the page'));
    expect(await read()).toEqual([]);
  });
});

describe('a page that keeps nothing', () => {
  beforeEach(() => void get.mockReset().mockResolvedValue({ url: 'https://mail.example/' }));
  const isEmpty = () => keepsNothing(1, 'mail.example');

  test('that could be a token', async () => {
    runInPage(new FakeStorage({ theme: 'dark' }));
    expect(await isEmpty()).toBe(true);
    runInPage(new FakeStorage({ theme: 'dark', token }));
    expect(await isEmpty()).toBe(false);
  });

  test.each([
    ['of another host by now', { url: 'https://login.example/' }],
    ['that the browser hides', {}],
  ])('is not one %s', async (_name, tab) => {
    runInPage(new FakeStorage());
    get.mockResolvedValue(tab);
    expect(await isEmpty()).toBe(false);
    expect(execute).not.toHaveBeenCalled();
  });

  test('is not told of one that cannot be read, or whose answer is not ours', async () => {
    runInFrames(execute, { origin: 'https://login.example' });
    expect(await isEmpty()).toBe(false);
    for (const frames of [[], [{}], [{ result: null }], [{ result: 'empty' }]]) {
      execute.mockResolvedValue(frames);
      expect(await isEmpty()).toBe(false);
    }
    execute.mockRejectedValue(new Error('gone'));
    expect(await isEmpty()).toBe(false);
    get.mockRejectedValue(new Error('gone'));
    expect(await isEmpty()).toBe(false);
  });
});
