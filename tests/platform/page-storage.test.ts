import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  maxCharacters,
  maxEntries,
  maxValueLength,
  maxValues,
} from '../../src/platform/page-storage.ts';
import { assembleToken } from '../support/tokens.ts';

const { execute, get } = vi.hoisted(() => ({ execute: vi.fn(), get: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: { scripting: { executeScript: execute }, tabs: { get } },
}));
const { keepsNothing, readPageStorage } = await import('../../src/platform/page-storage.ts');

const token = assembleToken('{"alg":"RS256","kid":"a"}', '{"aud":"client"}');

class FakeStorage {
  reads = 0;
  readonly #entries: readonly (readonly [string, string])[];
  constructor(entries: Readonly<Record<string, string>> = {}) {
    this.#entries = Object.entries(entries);
  }
  get length() {
    return this.#entries.length;
  }
  key(index: number) {
    return this.#entries[index]?.[0] ?? null;
  }
  getItem(name: string) {
    this.reads++;
    return this.#entries.find(([key]) => key === name)?.[1] ?? null;
  }
}

/** Runs the injected function as the browser does: from its text alone, with nothing of the file around it. */
function runInPage(local: FakeStorage, session = new FakeStorage()): void {
  execute.mockImplementation(async ({ func, args }) => {
    const alone = new Function('localStorage', 'sessionStorage', `return (${func.toString()})`);
    return [{ result: alone(local, session)(...args) }];
  });
}

beforeEach(() => {
  execute.mockReset();
});

describe('reading what a page keeps', () => {
  test('values that can hold a token, from both places', async () => {
    runInPage(
      new FakeStorage({ theme: 'dark', 'msal.3|x': JSON.stringify({ secret: token }) }),
      new FakeStorage({ raw: token }),
    );
    expect(await readPageStorage(1)).toEqual([
      { area: 'local', value: JSON.stringify({ secret: token }) },
      { area: 'session', value: token },
    ]);
    expect(execute.mock.calls[0]?.[0].target).toEqual({ tabId: 1 });
  });

  test('encrypted entries of MSAL.js', async () => {
    const value = JSON.stringify({ id: '0190', nonce: 'AAAA', data: 'sealed' });
    runInPage(new FakeStorage({ entry: value }));
    expect(await readPageStorage(1)).toEqual([{ area: 'local', value }]);
  });

  test('entries, lengths, values and characters are bounded', async () => {
    const many = new FakeStorage(
      Object.fromEntries(Array.from({ length: maxEntries + 50 }, (_, index) => [`k${index}`, 'x'])),
    );
    runInPage(many);
    await readPageStorage(1);
    expect(many.reads).toBe(maxEntries);
    runInPage(new FakeStorage({ long: `${token}${' '.repeat(maxValueLength)}` }));
    expect(await readPageStorage(1)).toEqual([]);
    runInPage(
      new FakeStorage(
        Object.fromEntries(
          Array.from({ length: maxValues + 9 }, (_, index) => [`k${index}`, token]),
        ),
      ),
    );
    expect(await readPageStorage(1)).toHaveLength(maxValues);
    const large = `${token}${' '.repeat(maxValueLength - token.length)}`;
    runInPage(
      new FakeStorage(
        Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, large])),
      ),
    );
    const characters = (await readPageStorage(1)).reduce((sum, { value }) => sum + value.length, 0);
    expect(characters).toBe(maxCharacters);
  });

  test('a page that forbids itself to keep anything', async () => {
    execute.mockImplementation(async ({ func, args }) => {
      const alone = new Function(`return (${func.toString()})`);
      return [{ result: alone()(...args) }];
    });
    expect(await readPageStorage(1)).toEqual([]);
  });

  test('an answer that a page made up is judged like any text', async () => {
    const long = 'x'.repeat(maxValueLength + 1);
    for (const result of [
      null,
      'text',
      [null, 7, {}, { area: 'local' }, { area: 1, value: long }],
    ]) {
      execute.mockResolvedValue([{ result }]);
      expect(await readPageStorage(1)).toEqual([]);
    }
    execute.mockResolvedValue([{ result: [{ area: '<b>', value: token }] }]);
    expect(await readPageStorage(1)).toEqual([{ area: 'session', value: token }]);
  });

  test('a page that may not be read is no error', async () => {
    execute.mockRejectedValue(new Error('Cannot access contents of the page'));
    expect(await readPageStorage(1)).toEqual([]);
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
