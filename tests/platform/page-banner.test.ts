// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const { executeScript, sendMessage } = vi.hoisted(() => ({
  executeScript: vi.fn(),
  sendMessage: vi.fn(async () => undefined),
}));
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }));
const { maxReturns, removePageBanner, showPageBanner } = await import(
  '../../src/platform/page-banner.ts'
);

const texts = {
  title: 'Forged',
  message: '<img src=x onerror=alert(1)>',
  open: 'What to do',
  hide: 'Hide',
  language: 'ar',
  direction: 'rtl' as const,
};

/** Injected functions run here as they would in the page: made anew from their text, so that they cannot reach this file. */
async function runInPage(call: () => Promise<void>): Promise<void> {
  executeScript.mockImplementationOnce(async ({ func, args }) => {
    const alone = new Function(`return (${String(func)})`)();
    alone(...args);
  });
  await call();
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const opened = new WeakSet<Element>();
let roots: ShadowRoot[] = [];

beforeEach(async () => {
  roots = [];
  await runInPage(() => removePageBanner(1));
  document.documentElement.querySelector(':scope > div')?.remove();
  sendMessage.mockClear();
  Reflect.set(globalThis, 'chrome', { runtime: { sendMessage } });
  // happy-dom has no top layer.
  HTMLElement.prototype.showPopover = function () {
    opened.add(this);
  };
  const matches = Element.prototype.matches;
  vi.spyOn(HTMLElement.prototype, 'matches').mockImplementation(function (
    this: Element,
    selector: string,
  ) {
    return selector === ':popover-open' ? opened.has(this) : matches.call(this, selector);
  });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
    this: Element,
    init: ShadowRootInit,
  ) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const show = (about = 'a') => runInPage(() => showPageBanner(1, about, texts));
const host = () => document.documentElement.firstElementChild as HTMLElement;
const buttons = () => [...(roots.at(-1)?.querySelectorAll('button') ?? [])];
const click = (button: HTMLElement | undefined, isTrusted: boolean) => {
  const event = new Event('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  button?.dispatchEvent(event);
};

describe('the banner on a page', () => {
  test('is an alert in a closed tree, first in the document, with texts as texts', async () => {
    await show();
    expect(host().shadowRoot).toBeNull();
    const alert = roots[0]?.querySelector('[role="alert"]');
    expect(alert?.textContent).toBe('Forged<img src=x onerror=alert(1)>What to doHide');
    expect(roots[0]?.querySelector('img')).toBeNull();
    expect([alert?.getAttribute('lang'), alert?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(document.documentElement.textContent).not.toContain('Forged');
  });

  test('cannot be styled by the page: every rule of its own comes first', async () => {
    await show();
    const written = host().getAttribute('style') ?? '';
    expect(written).toContain('all: initial !important');
    for (const rule of written.split(';').filter((one) => one.trim() !== '')) {
      expect(rule).toContain('!important');
    }
  });

  test('is drawn once for the same finding, and anew for another', async () => {
    await show();
    const first = host();
    await show();
    expect(host()).toBe(first);
    await show('another');
    expect(host()).not.toBe(first);
    expect(first.isConnected).toBe(false);
  });

  test('comes back when the page takes it away, moves it or changes it', async () => {
    await show();
    const banner = host();
    banner.remove();
    await settle();
    expect(host()).toBe(banner);
    banner.setAttribute('style', 'display: none');
    await settle();
    expect(banner.getAttribute('style')).toContain('all: initial !important');
    banner.setAttribute('hidden', '');
    await settle();
    expect(banner.hasAttribute('hidden')).toBe(false);
    document.body.append(banner);
    await settle();
    expect(host()).toBe(banner);
  });

  test('does not fight a page for ever', async () => {
    await show();
    const banner = host();
    for (let round = 0; round < maxReturns; round++) {
      banner.remove();
      await settle();
    }
    expect(banner.isConnected).toBe(true);
    banner.remove();
    await settle();
    expect(banner.isConnected).toBe(false);
  });

  test('stays away when the person hid it, until something else is found', async () => {
    await show();
    click(buttons()[1], true);
    await settle();
    expect(roots).toHaveLength(1);
    expect(document.querySelector('[popover]')).toBeNull();
    await show();
    expect(document.querySelector('[popover]')).toBeNull();
    await show('another');
    expect(document.querySelector('[popover]')).not.toBeNull();
  });

  test('obeys a person, and no event that the page made', async () => {
    await show();
    for (const button of buttons()) click(button, false);
    expect(sendMessage).not.toHaveBeenCalled();
    expect(document.querySelector('[popover]')).not.toBeNull();
    click(buttons()[0], true);
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ type: 'banner-open' });
  });

  test('tells the page nothing of what is done in it', async () => {
    await show();
    const seen: string[] = [];
    const listen = ({ type }: Event) => void seen.push(type);
    document.addEventListener('click', listen);
    click(buttons()[0], true);
    document.removeEventListener('click', listen);
    expect(seen).toEqual([]);
  });

  test('is taken away again', async () => {
    await show();
    await runInPage(() => removePageBanner(1));
    expect(document.querySelector('[popover]')).toBeNull();
    await show();
    expect(document.querySelector('[popover]')).not.toBeNull();
  });

  test('on a tab that has gone is no error', async () => {
    executeScript.mockRejectedValueOnce(new Error('No tab with id: 1'));
    await expect(showPageBanner(1, 'a', texts)).resolves.toBeUndefined();
  });
});
