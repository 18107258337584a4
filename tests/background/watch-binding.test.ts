import { describe, expect, test, vi } from 'vitest';
import { providers } from '../../src/core/index.ts';
import type { ObservedHeader } from '../../src/platform/header-names.ts';

const { observe } = vi.hoisted(() => ({ observe: vi.fn() }));
vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('../../src/platform/header-names.ts', () => ({ observeHeaderNames: observe }));
const { readHeader, watchBinding } = await import('../../src/background/watch-binding.ts');

const header = (changes: Partial<ObservedHeader> = {}): ObservedHeader => ({
  kind: 'response',
  lowerName: 'secure-session-registration',
  url: 'https://mail.google.com/mail/',
  isPrivate: false,
  ...changes,
});

describe('watching for bound sessions', () => {
  test('looks at opaque webmails and at what begins their sessions, whatever they ask for', () => {
    const note = vi.fn();
    watchBinding(note);
    const [urls, wanted, callback] = observe.mock.calls[0] ?? [];
    expect(urls).toContain('https://mail.google.com/*');
    expect(urls).toContain('https://accounts.google.com/*');
    expect(urls).not.toContain('https://outlook.office.com/*');
    expect(wanted.response.has('secure-session-registration')).toBe(true);
    callback(header());
    callback(header({ lowerName: 'accept' }));
    expect(note.mock.calls).toEqual([[{ provider: 'gmail', isPrivate: false }, 'offered']]);
  });

  test('looks at other webmails while their pages are loaded, and not at each of their requests', () => {
    const note = vi.fn();
    observe.mockClear();
    watchBinding(note);
    const [urls, wanted, callback, types] = observe.mock.calls[1] ?? [];
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
