import { beforeEach, describe, expect, test, vi } from 'vitest';
import { providers } from '../../src/core/index.ts';
import type { KnownTab } from '../../src/platform/tabs.ts';
import { popupViewOf } from '../support/views.ts';

const browser = vi.hoisted(() => ({
  listTabs: vi.fn(),
  broadcast: vi.fn(async () => undefined),
  showToolbar: vi.fn(async () => undefined),
  nameToolbarButton: vi.fn(async () => undefined),
}));
vi.mock('../../src/platform/tabs.ts', () => browser);
vi.mock('../../src/background/tab-viewer.ts', () => ({
  noTab: { id: -2, host: null, isPrivate: false },
}));
vi.mock('../../src/platform/messaging.ts', () => browser);
vi.mock('../../src/background/responses/toolbar.ts', () => browser);
const { createDisplay } = await import('../../src/background/display.ts');

const tab = (id: number, host: string | null): KnownTab => ({ id, host, isPrivate: false });
const glance = vi.fn(async ({ host }: KnownTab) =>
  popupViewOf({ state: host === null ? 'hidden' : 'waiting' }),
);
const display = createDisplay({ glance }, () => providers);
const shown = () =>
  browser.showToolbar.mock.calls.map((call: readonly unknown[]) => [
    call[0],
    (call[1] as { state: string }).state,
  ]);

beforeEach(() => {
  browser.showToolbar.mockClear();
  browser.broadcast.mockClear();
  glance.mockClear();
  browser.listTabs.mockResolvedValue([
    tab(1, 'outlook.office.com'),
    tab(2, 'news.example'),
    tab(3, null),
  ]);
});

describe('the toolbar button', () => {
  test('is set for webmails as things change, and left alone elsewhere', async () => {
    await display.showEverywhere();
    await display.showTab(tab(3, null));
    expect(shown()).toEqual([[1, 'waiting']]);
    expect(browser.broadcast).toHaveBeenCalledTimes(1);
  });

  test('of a tab whose webmail the browser does not tell any more, does not stay green', async () => {
    await display.showAnew();
    expect(shown().sort()).toEqual([
      [1, 'waiting'],
      [2, 'hidden'],
      [3, 'hidden'],
    ]);
    // However many tabs there are, what they have in common is looked up once.
    expect(glance).toHaveBeenCalledTimes(2);
    expect(browser.broadcast).toHaveBeenCalledTimes(1);
  });

  test('of a hidden page that is loaded later says so too, while some webmail may not be seen', async () => {
    await display.showAnew();
    browser.showToolbar.mockClear();
    await display.showTab(tab(7, null));
    await display.showTab(tab(8, 'news.example'));
    expect(shown()).toEqual([[7, 'hidden']]);
    glance.mockImplementation(async () => popupViewOf({ state: 'not-webmail' }));
    await display.showAnew();
    browser.showToolbar.mockClear();
    await display.showTab(tab(7, null));
    expect(shown()).toEqual([]);
  });
});
