import { beforeEach, describe, expect, test, vi } from 'vitest';
import { providers } from '../../src/core/index.ts';
import type { KnownTab } from '../../src/platform/tabs.ts';
import type { PopupView } from '../../src/protocol/views.ts';
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

const mail = 'outlook.office.com';
const tab = (id: number, host: string | null): KnownTab => ({ id, host, isPrivate: false });
const glance = vi.fn(
  async ({ host }: KnownTab): Promise<PopupView> =>
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

  test('shows what was looked up last, though an older look takes longer, and goes on after one that failed', async () => {
    let answerOld = (_: PopupView) => {};
    glance.mockImplementationOnce(() => new Promise((resolve) => (answerOld = resolve)));
    const [old, newer] = [display.showTab(tab(1, mail)), display.showTab(tab(1, mail))];
    // Another tab does not wait for it.
    await display.showTab(tab(4, mail));
    answerOld(popupViewOf({ state: 'opaque' }));
    await Promise.all([old, newer]);
    expect(shown()).toEqual([
      [4, 'waiting'],
      [1, 'opaque'],
      [1, 'waiting'],
    ]);
    glance.mockRejectedValueOnce(new Error('the tab has gone'));
    await expect(display.showTab(tab(1, mail))).rejects.toThrow();
    browser.showToolbar.mockClear();
    await display.showTab(tab(1, mail));
    expect(shown()).toEqual([[1, 'waiting']]);
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
