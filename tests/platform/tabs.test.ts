import { describe, expect, test, vi } from 'vitest';

const { listen } = vi.hoisted(() => ({ listen: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: { tabs: { onRemoved: { addListener: listen } } },
}));
const { onTabClosed } = await import('../../src/platform/tabs.ts');

describe('tabs', () => {
  test('a closed one is told by its number alone', () => {
    const closed = vi.fn();
    onTabClosed(closed);
    listen.mock.calls[0]?.[0](7, { windowId: 1, isWindowClosing: false });
    expect(closed.mock.calls).toEqual([[7]]);
  });
});
