import { describe, expect, test } from 'vitest';
import { isOwnPage, tabOfBanner } from '../../src/protocol/sender.ts';

const own = { extensionId: 'abc', origin: 'chrome-extension://abc' };
const page = 'chrome-extension://abc/src/popup/index.html';

describe('who may ask the background', () => {
  test('a page of the extension', () => {
    expect(isOwnPage({ extensionId: 'abc', url: page }, own)).toBe(true);
  });

  test.each([
    ['another extension', { extensionId: 'xyz', url: page }],
    ['nobody in particular', { extensionId: null, url: page }],
    ['a content script in a page', { extensionId: 'abc', url: 'https://outlook.office.com/mail/' }],
    ['a page without an address', { extensionId: 'abc', url: null }],
    ['a host that begins like ours', { extensionId: 'abc', url: 'chrome-extension://abcd/popup' }],
    [
      'a page that names us in its path',
      { extensionId: 'abc', url: `https://evil.example/${page}` },
    ],
    ['something that is no address', { extensionId: 'abc', url: 'chrome-extension:' }],
  ])('not %s', (_name, sender) => {
    expect(isOwnPage(sender, own)).toBe(false);
  });
});

describe('whose banner was clicked', () => {
  const message = { type: 'banner-open' };

  test('that of a tab', () => {
    expect(tabOfBanner(message, { extensionId: 'abc', tabId: 3 }, own)).toBe(3);
  });

  test.each([
    ['another extension', { extensionId: 'xyz', tabId: 3 }, message],
    ['a frame, or a page that is no tab', { extensionId: 'abc', tabId: null }, message],
    ['another request', { extensionId: 'abc', tabId: 3 }, { type: 'sessions' }],
    ['nothing', { extensionId: 'abc', tabId: 3 }, null],
    ['a text', { extensionId: 'abc', tabId: 3 }, 'banner-open'],
  ])('not that of %s', (_name, sender, sent) => {
    expect(tabOfBanner(sent, sender, own)).toBeNull();
  });
});
