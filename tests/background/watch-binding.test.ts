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
  isPrivate: false,
  ...changes,
});

/** Begins to watch; what was observed first and second, and all that was noted. */
function watch() {
  const hosts = createWatchedHosts();
  let webmails = providers;
  const note = vi.fn();
  watchBinding(hosts, () => webmails, note);
  return {
    note,
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
  test('looks at opaque webmails and at what begins their sessions, whatever they ask for', () => {
    const { observed, note } = watch();
    const [urls, wanted, callback] = observed[0] ?? [];
    expect(urls).toContain('https://mail.google.com/*');
    expect(urls).toContain('https://accounts.google.com/*');
    expect(urls).not.toContain('https://outlook.office.com/*');
    expect(wanted.response.has('secure-session-registration')).toBe(true);
    callback(header());
    callback(header({ lowerName: 'accept' }));
    expect(note.mock.calls).toEqual([[{ provider: 'gmail', isPrivate: false }, 'offered']]);
  });

  test('looks at other webmails while their pages are loaded, and not at each of their requests', () => {
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
    expect(note.mock.calls).toEqual([[{ provider: 'outlook-work', isPrivate: false }, 'in-use']]);
  });

  test('looks at webmails that somebody added, as long as they are there', () => {
    const { change, note } = watch();
    change({ ...knownDirectory, providers: [...providers, added] });
    const calls = observe.mock.calls.filter(([urls]) => urls.length > 0);
    expect(calls.map(([urls, , , types]) => [urls, types])).toEqual([
      [['https://mail.contoso.example/*'], ['main_frame', 'sub_frame']],
    ]);
    const sign = header({ url: 'https://mail.contoso.example/inbox' });
    calls[0]?.[2](sign);
    expect(note.mock.calls).toEqual([[{ provider: added.id, isPrivate: false }, 'offered']]);
    expect(stop).not.toHaveBeenCalled();
    change(knownDirectory);
    expect(stop).toHaveBeenCalled();
    expect(observe).not.toHaveBeenCalled();
    // An answer that was under way belongs to nobody any more.
    calls[0]?.[2](sign);
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
