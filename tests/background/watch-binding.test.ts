import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Directory, knownDirectory, type Provider, providers } from '../../src/core/index.ts';
import type { ObservedHeader } from '../../src/platform/header-names.ts';

const { observe, stop } = vi.hoisted(() => ({ observe: vi.fn(), stop: vi.fn() }));
vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('../../src/platform/header-names.ts', () => ({ observeHeaderNames: observe }));
const { createWatchedHosts } = await import('../../src/background/watched-hosts.ts');
const { readHeader, watchBinding } = await import('../../src/background/watch-binding.ts');

const header = (changes: Partial<ObservedHeader> = {}): ObservedHeader => ({
  kind: 'response',
  lowerName: 'secure-session-registration',
  url: 'https://mail.google.com/mail/',
  tabId: 1,
  isPrivate: false,
  ...changes,
});

/** Begins to watch; what was observed first and second, and all that was noted. */
function watch() {
  const hosts = createWatchedHosts();
  let webmails = providers;
  const note = vi.fn();
  // Tab 2 is in a private window, and takes its time to say so.
  const isOfPrivate = vi.fn(async ({ tabIds }: { readonly tabIds: readonly number[] }) => {
    if (!tabIds.includes(2)) return tabIds.length === 0;
    return new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 5));
  });
  watchBinding(hosts, () => webmails, isOfPrivate, note);
  return {
    note,
    isOfPrivate,
    observed: observe.mock.calls,
    change(directory: Directory, off: readonly string[] = []) {
      webmails = directory.providers;
      observe.mockClear();
      hosts.change(directory, new Set(off));
    },
  };
}

const added: Provider = {
  id: 'webmail-mail.contoso.example',
  name: 'Contoso webmail',
  hosts: ['mail.contoso.example'],
  apiHosts: [],
  issuers: [],
  signOutUrl: 'https://mail.contoso.example/',
  citations: [],
};

beforeEach(() => {
  observe.mockReset();
  observe.mockImplementation(() => stop);
  stop.mockReset();
});

describe('watching for bound sessions', () => {
  test('looks at opaque webmails and at what begins their sessions, whatever they ask for', async () => {
    const { observed, note } = watch();
    const [urls, wanted, callback] = observed[0] ?? [];
    expect(urls).toContain('https://mail.google.com/*');
    expect(urls).toContain('https://accounts.google.com/*');
    expect(urls).not.toContain('https://outlook.office.com/*');
    expect(wanted.response.has('secure-session-registration')).toBe(true);
    callback(header());
    callback(header({ lowerName: 'accept' }));
    await vi.waitFor(() => expect(note).toHaveBeenCalled());
    expect(note.mock.calls).toEqual([[{ provider: 'gmail', isPrivate: false }, 'offered']]);
  });

  test('looks at other webmails while their pages are loaded, and not at each of their requests', async () => {
    const { observed, note } = watch();
    const [urls, wanted, callback, types] = observed[1] ?? [];
    expect(urls).toContain('https://outlook.office.com/*');
    expect(urls).not.toContain('https://mail.google.com/*');
    expect(types).toEqual(['main_frame', 'sub_frame']);
    expect(wanted.request.has('sec-secure-session-id')).toBe(true);
    callback(
      header({
        kind: 'request',
        lowerName: 'sec-secure-session-id',
        url: 'https://outlook.office.com/mail/',
      }),
    );
    await vi.waitFor(() => expect(note).toHaveBeenCalled());
    expect(note.mock.calls).toEqual([[{ provider: 'outlook-work', isPrivate: false }, 'in-use']]);
  });

  test('looks at webmails that somebody added, as long as they are there', async () => {
    const { change, note } = watch();
    change({ ...knownDirectory, providers: [...providers, added] });
    const calls = observe.mock.calls.filter(([urls]) => urls.length > 0);
    expect(calls.map(([urls, , , types]) => [urls, types])).toEqual([
      [['https://mail.contoso.example/*'], ['main_frame', 'sub_frame']],
    ]);
    const sign = header({ url: 'https://mail.contoso.example/inbox' });
    calls[0]?.[2](sign);
    await vi.waitFor(() => expect(note).toHaveBeenCalled());
    expect(note.mock.calls).toEqual([[{ provider: added.id, isPrivate: false }, 'offered']]);
    expect(stop).not.toHaveBeenCalled();
    change(knownDirectory);
    expect(stop).toHaveBeenCalled();
    expect(observe).not.toHaveBeenCalled();
    // An answer that was under way belongs to nobody any more.
    calls[0]?.[2](sign);
    await new Promise((resolve) => setTimeout(resolve));
    expect(note).toHaveBeenCalledTimes(1);
  });

  test('looks no more at webmails that are turned off, nor at what begins their sessions', () => {
    const { change } = watch();
    change(knownDirectory, ['gmail', 'outlook-work']);
    expect(stop).toHaveBeenCalledTimes(2);
    const urls = observe.mock.calls.flatMap(([patterns]) => patterns);
    expect(urls).not.toContain('https://mail.google.com/*');
    expect(urls).not.toContain('https://accounts.google.com/*');
    expect(urls).not.toContain('https://outlook.office.com/*');
    expect(urls).toContain('https://outlook.live.com/*');
    expect(urls).toContain('https://mail.yahoo.com/*');
  });

  test('asks the tab whether it is private, where the browser does not say it, and keeps the order', async () => {
    const { observed, note, isOfPrivate } = watch();
    const callback = observed[0]?.[2];
    callback(header({ tabId: 2 }));
    callback(header({ tabId: null }));
    callback(header({ tabId: 1 }));
    await vi.waitFor(() => expect(note).toHaveBeenCalledTimes(3));
    expect(note.mock.calls.map(([owner]) => owner.isPrivate)).toEqual([true, true, false]);
    isOfPrivate.mockClear();
    callback(header({ tabId: 1, isPrivate: true }));
    await vi.waitFor(() => expect(note).toHaveBeenCalledTimes(4));
    expect(note.mock.lastCall?.[0].isPrivate).toBe(true);
    expect(isOfPrivate).not.toHaveBeenCalled();
  });

  test('the sign-in service’s answers belong to its webmail', () => {
    const url = 'https://accounts.google.com/v3/signin';
    expect(readHeader(header({ url, isPrivate: true }), providers)).toEqual({
      owner: { provider: 'gmail', isPrivate: true },
      sign: 'offered',
    });
  });

  test('what belongs to no webmail, or is no address, is left out', () => {
    for (const url of ['https://accounts.google.com.evil.example/', 'no address', '']) {
      expect(readHeader(header({ url }), providers)).toBeNull();
    }
  });
});
