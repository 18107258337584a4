import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  maxCharacters,
  maxFrames,
  maxValueLength,
  maxValues,
} from '../../src/platform/page-storage.ts';
import { FakeStorage, runInFrames } from '../support/page-frames.ts';
import { assembleToken } from '../support/tokens.ts';

const { execute } = vi.hoisted(() => ({ execute: vi.fn() }));
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript: execute } } }));
const { readPageStorage } = await import('../../src/platform/page-storage.ts');

const token = assembleToken('{"alg":"RS256","kid":"a"}', '{"aud":"client"}');
const mail = 'mail.example';
const read = () => readPageStorage({ id: 1, host: mail }, [mail, 'other-mail.example']);

beforeEach(() => {
  execute.mockReset();
});

describe('frames inside of a page', () => {
  const top = { origin: `https://${mail}`, local: new FakeStorage({ token }) };
  const framed = new FakeStorage({ framed: `${token}2` });
  const ofFrame = { host: 'other-mail.example', area: 'local', value: `${token}2` };

  test('of webmails are read, each under its own host', async () => {
    runInFrames(execute, top, { origin: 'https://other-mail.example', local: framed });
    expect(await read()).toEqual([{ host: mail, area: 'local', value: token }, ofFrame]);
  });

  test('of other hosts, and those that share the page’s own storage, are left alone', async () => {
    const same = new FakeStorage({ token });
    const foreign = new FakeStorage({ token });
    runInFrames(
      execute,
      top,
      { origin: 'https://login.example', local: foreign },
      { origin: top.origin, local: same },
    );
    expect(await read()).toHaveLength(1);
    expect(foreign.reads + same.reads).toBe(0);
  });

  test('that went to another host after it was told are not read under the first one', async () => {
    const frames = [top, { origin: 'https://other-mail.example', local: framed }];
    runInFrames(execute, ...frames);
    const run = execute.getMockImplementation();
    execute.mockImplementation(async (asked) => {
      const told = await run?.(asked);
      if (asked.target.allFrames) {
        runInFrames(execute, top, { origin: `https://${mail}:8443`, local: framed });
      }
      return told;
    });
    expect(await read()).toHaveLength(1);
  });

  test('that are gone or cannot be read keep nobody from reading the others', async () => {
    runInFrames(
      execute,
      top,
      { origin: 'https://other-mail.example' },
      { origin: 'https://other-mail.example', local: framed },
    );
    const run = execute.getMockImplementation();
    execute.mockImplementation(async (asked) => {
      if (asked.target.frameIds?.includes(1)) throw new Error('No frame with id 1');
      return run?.(asked);
    });
    expect(await read()).toEqual([{ host: mail, area: 'local', value: token }, ofFrame]);
  });

  test('share the bounds of one tab', async () => {
    const many = () =>
      new FakeStorage(
        Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, token])),
      );
    runInFrames(
      execute,
      top,
      ...Array.from({ length: 40 }, () => ({
        origin: 'https://other-mail.example',
        local: many(),
      })),
    );
    expect(await read()).toHaveLength(maxValues);
    const one = () => new FakeStorage({ token });
    runInFrames(
      execute,
      top,
      ...Array.from({ length: 40 }, () => ({ origin: 'https://other-mail.example', local: one() })),
    );
    expect(await read()).toHaveLength(maxFrames);
  });

  test('share the characters of one tab', async () => {
    const large = `${token}${' '.repeat(maxValueLength - token.length)}`;
    const half = () =>
      new FakeStorage(
        Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`k${index}`, large])),
      );
    runInFrames(
      execute,
      { ...top, local: half() },
      { origin: 'https://other-mail.example', local: half() },
    );
    const characters = (await read()).reduce((sum, { value }) => sum + value.length, 0);
    expect(characters).toBe(maxCharacters);
  });

  test('are not read where the page is none of a watched webmail', async () => {
    runInFrames(
      execute,
      { origin: 'https://news.example' },
      { origin: `https://${mail}`, local: framed },
    );
    expect(await readPageStorage({ id: 1, host: 'news.example' }, [mail])).toEqual([]);
    expect(execute).not.toHaveBeenCalled();
  });
});
