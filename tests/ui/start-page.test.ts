// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { polyfillOf, readMessageFile } from '../support/polyfill.ts';

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;
const { polyfill, stored } = vi.hoisted(() => ({
  polyfill: { default: {} as Record<string, unknown> },
  stored: { settings: undefined as unknown, listeners: [] as Listener[] },
}));
vi.mock('webextension-polyfill', () => polyfill);
const { startPage } = await import('../../src/ui/start-page.ts');
const { text, uiLanguage } = await import('../../src/protocol/texts.ts');

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const choose = async (settings: unknown) => {
  for (const listener of stored.listeners) listener({ settings: { newValue: settings } });
  await settle();
};

beforeEach(() => {
  stored.listeners = [];
  stored.settings = undefined;
  const { i18n, runtime } = polyfillOf(readMessageFile('en'), 'en-GB').default;
  Object.assign(polyfill.default, {
    i18n,
    runtime: { ...runtime, getURL: (path: string) => path },
    storage: {
      local: {
        get: async () => ({ settings: stored.settings }),
        onChanged: { addListener: (listener: Listener) => stored.listeners.push(listener) },
      },
    },
  });
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string) => ({
      json: async () => readMessageFile(path.split('/')[1] ?? ''),
    })),
  );
});

describe('a page', () => {
  test('is in the browser’s language where none is chosen, and loads nothing for it', async () => {
    const show = vi.fn();
    await startPage(show);
    expect(show).toHaveBeenCalledTimes(1);
    expect(document.documentElement).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(uiLanguage()).toBe('en-GB');
    expect(fetch).not.toHaveBeenCalled();
  });

  test('is shown when its texts are in the chosen language, never before', async () => {
    stored.settings = { language: 'ar' };
    const shown: string[] = [];
    await startPage(() => shown.push(text('language_code')));
    expect(shown).toEqual(['ar']);
    expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(uiLanguage()).toBe('ar');
  });

  test('changes over at once when another language is chosen, and back', async () => {
    const shown: string[] = [];
    await startPage(() => shown.push(text('language_code')));
    await choose({ language: 'pt-BR' });
    await choose({ language: 'auto' });
    await choose(undefined);
    expect(shown).toEqual(['en', 'pt-BR', 'en', 'en']);
    expect(document.documentElement).toMatchObject({ lang: 'en', dir: 'ltr' });
  });

  test.each([[null], ['de'], [{ language: 'xx' }], [{ language: ['de'] }], [{}]])(
    'does not stumble over the settings %j',
    async (settings) => {
      stored.settings = settings;
      const show = vi.fn();
      await startPage(show);
      expect(show).toHaveBeenCalledTimes(1);
      expect(document.documentElement.lang).toBe('en');
    },
  );
});
