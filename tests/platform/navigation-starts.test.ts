import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  maxNavigationMs,
  maxTabs,
  type NavigationStarts,
} from '../../src/platform/navigation-starts.ts';

const { listen } = vi.hoisted(() => ({ listen: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: { webRequest: { onBeforeRequest: { addListener: listen } } },
}));
const { watchNavigationStarts } = await import('../../src/platform/navigation-starts.ts');

describe('when a navigation began', () => {
  let nowMs = 1_000;
  let starts: NavigationStarts;
  const send = (tabId: number, requestId: string) =>
    listen.mock.calls[0]?.[0]({ tabId, requestId });

  beforeEach(() => {
    nowMs = 1_000;
    listen.mockClear();
    starts = watchNavigationStarts(() => nowMs);
    starts.watch(['https://mail.example/*']);
  });

  test('is the time of its first request, whatever redirects follow', () => {
    send(1, 'a');
    nowMs += 500;
    send(1, 'a');
    expect(starts.take(1)).toBe(1_000);
  });

  test('is told once, for its own tab', () => {
    send(1, 'a');
    expect(starts.take(2)).toBeNull();
    expect(starts.take(1)).toBe(1_000);
    expect(starts.take(1)).toBeNull();
  });

  test('is told again after a redirect, and is still that of the first request', () => {
    send(1, 'a');
    expect(starts.take(1)).toBe(1_000);
    nowMs += 500;
    send(1, 'a');
    expect(starts.take(1)).toBe(1_000);
    expect(starts.take(1)).toBeNull();
    send(1, 'b');
    expect(starts.take(1)).toBe(1_500);
  });

  test('is not known for one that took too long, or when the clock went back', () => {
    send(1, 'a');
    nowMs += maxNavigationMs;
    expect(starts.take(1)).toBe(1_000);
    nowMs = 1_000;
    send(1, 'b');
    nowMs += maxNavigationMs + 1;
    expect(starts.take(1)).toBeNull();
    send(1, 'c');
    nowMs = 0;
    expect(starts.take(1)).toBeNull();
  });

  test('is forgotten for the oldest tabs past the bound', () => {
    for (let tabId = 0; tabId <= maxTabs; tabId++) send(tabId, 'a');
    expect(starts.take(0)).toBeNull();
    expect(starts.take(1)).toBe(1_000);
  });

  test('of the browser itself is none', () => {
    send(-1, 'a');
    expect(starts.take(-1)).toBeNull();
  });
});
