import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Visit } from '../../src/platform/visits.ts';

const { before, end } = vi.hoisted(() => ({ before: vi.fn(), end: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: { webRequest: { onBeforeRequest: { addListener: before, removeListener: end } } },
}));
const { observeVisits } = await import('../../src/platform/visits.ts');

describe('visits', () => {
  let seen: Visit[] = [];
  beforeEach(() => {
    seen = [];
    before.mockReset();
    end.mockReset();
  });

  test('pages and frames of the named hosts are told, and nothing is held up', () => {
    observeVisits(['mail.example'], (visit) => seen.push(visit));
    const [listener, filter, extra] = before.mock.calls[0] ?? [];
    expect(filter).toEqual({
      urls: ['https://mail.example/*'],
      types: ['main_frame', 'sub_frame'],
    });
    expect(extra).toBeUndefined();
    listener({ url: 'https://mail.example/a', tabId: 3, incognito: true });
    listener({ url: 'https://mail.example/b', tabId: 4 });
    listener({ url: 'https://mail.example/c', tabId: -1 });
    expect(seen).toEqual([
      { url: 'https://mail.example/a', tabId: 3, isPrivate: true },
      { url: 'https://mail.example/b', tabId: 4, isPrivate: false },
    ]);
  });

  test('end when they are told to', () => {
    observeVisits(['mail.example'], () => undefined)();
    expect(end).toHaveBeenCalledWith(before.mock.calls[0]?.[0]);
  });

  test('of no host are not watched, as that would be every one', () => {
    observeVisits([], () => undefined)();
    expect(before).not.toHaveBeenCalled();
  });
});
