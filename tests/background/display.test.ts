import { beforeEach, describe, expect, test, vi } from 'vitest';
import { providers } from '../../src/core/index.ts';
import type { KnownTab } from '../../src/platform/tabs.ts';
import type { PopupView } from '../../src/protocol/views.ts';
import { popupViewOf } from '../support/views.ts';

const browser = vi.hoisted(() => ({
  listTabs: vi.fn(),
  readTab: vi.fn(),
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
const glanceAt = async ({ host }: KnownTab): Promise<PopupView> =>
  popupViewOf({ state: host === null ? 'hidden' : 'waiting' });
const glance = vi.fn(glanceAt);
const display = createDisplay({ glance }, () => providers);
const shown = () =>
  browser.showToolbar.mock.calls.map((call: readonly unknown[]) => [
    call[0],
    (call[1] as { state: string }).state,
  ]);

beforeEach(() => {
  browser.showToolbar.mockClear();
  browser.broadcast.mockClear();
  glance.mockReset();
  glance.mockImplementation(glanceAt);
  browser.listTabs.mockResolvedValue([
    tab(1, 'outlook.office.com'),
    tab(2, 'news.example'),
    tab(3, null),
  ]);
  browser.readTab.mockImplementation(async (id: number) => {
    const tabs: readonly KnownTab[] = await browser.listTabs();
    return tabs.find((one) => one.id === id) ?? null;
  });
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

  test('of a tab that became a webmail’s meanwhile, or was closed, is not taken back', async () => {
    let answerOld = (_: PopupView) => {};
    glance.mockImplementation(({ host }) =>
      host === null
        ? new Promise((resolve) => (answerOld = resolve))
        : Promise.resolve(popupViewOf({ state: 'waiting' })),
    );
    const anew = display.showAnew();
    await vi.waitFor(() => expect(glance).toHaveBeenCalledTimes(2));
    browser.listTabs.mockResolvedValue([tab(2, mail)]);
    await display.showTab(tab(2, mail));
    answerOld(popupViewOf({ state: 'hidden' }));
    await anew;
    expect(shown()).toEqual([
      [1, 'waiting'],
      [2, 'waiting'],
    ]);
  });

  test('is taken back after what is drawn of the same tab just now, not beside it', async () => {
    let drawn = () => {};
    browser.showToolbar.mockImplementationOnce(
      () => new Promise((resolve) => (drawn = () => resolve(undefined))),
    );
    const showing = display.showTab(tab(2, mail));
    await vi.waitFor(() => expect(browser.showToolbar).toHaveBeenCalled());
    const anew = display.showAnew();
    await vi.waitFor(() => expect(shown()).toContainEqual([3, 'hidden']));
    expect(shown()).not.toContainEqual([2, 'hidden']);
    drawn();
    await Promise.all([showing, anew]);
    expect(shown().at(-1)).toEqual([2, 'hidden']);
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
