// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgedSession, viewOfSession } from '../support/views.ts';

const { polyfill, send } = vi.hoisted(() => ({
  polyfill: { default: {} as Record<string, unknown> },
  send: vi.fn(async (_message: unknown): Promise<unknown> => undefined),
}));
vi.mock('webextension-polyfill', async () => {
  const real = (await import('../support/polyfill.ts')).polyfill;
  Object.assign(polyfill.default, real.default, {
    runtime: { ...real.default.runtime, sendMessage: send },
  });
  return polyfill;
});
const { find, settle, show } = await import('../support/show-popup.tsx');

beforeEach(() => {
  render(null, document.body);
  send.mockReset();
});

describe('evidence', () => {
  test('is saved as a file', async () => {
    const clicked: { href: string; download: string }[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      clicked.push({ href: this.href, download: this.download });
    });
    send.mockResolvedValue({ result: 'done', name: 'evidence.json', text: '{"a":"ü\ud800"}' });
    show(viewOfSession(forgedSession));
    find('[data-action="save-evidence"]').click();
    await settle();
    click.mockRestore();
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'evidence', session: 'a' });
    expect(clicked).toEqual([
      {
        href: 'data:application/json;charset=utf-8,%7B%22a%22%3A%22%C3%BC%EF%BF%BD%22%7D',
        download: 'evidence.json',
      },
    ]);
    expect(document.body.textContent).toContain('holds no part of a token');
  });

  test('of a session that has gone is none, and that is said', async () => {
    send.mockResolvedValue({ result: 'gone' });
    show(viewOfSession(forgedSession));
    find('[data-action="save-evidence"]').click();
    await settle();
    expect(document.body.textContent).toContain('There is nothing to save any more.');
  });
});

describe('telling the IT department', () => {
  test('copies a text with what was found and by what it is found again', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', {
      clipboard: { writeText: async (text: string) => void written.push(text) },
    });
    show(viewOfSession(forgedSession));
    find('[data-action="tell"]').click();
    await settle();
    vi.unstubAllGlobals();
    const [text = ''] = written;
    expect(text).toContain('Your Outlook session is forged');
    expect(text).toContain('(key-foreign)');
    expect(text).toContain('ada@contoso.example');
    expect(text).toContain('fingerprint');
    expect(document.body.textContent).toContain('A text for them is copied');
  });

  test('says so when the browser does not let it be copied', async () => {
    vi.stubGlobal('navigator', {
      clipboard: { writeText: () => Promise.reject(new Error('refused')) },
    });
    show(viewOfSession(forgedSession));
    find('[data-action="tell"]').click();
    await settle();
    vi.unstubAllGlobals();
    expect(document.body.textContent).toContain('did not let the text be copied');
  });

  test('goes to the desk that the organisation names, with its phone number', () => {
    const supportContact = { name: 'Desk', email: 'desk@contoso.example', phone: '+1 555 0100' };
    show(viewOfSession(forgedSession, { supportContact }));
    const link = find('[data-action="tell"]');
    expect(link.textContent).toBe('Tell Desk');
    const url = new URL(link.getAttribute('href') ?? '');
    expect([url.protocol, url.pathname]).toEqual(['mailto:', 'desk@contoso.example']);
    expect(url.searchParams.get('body')).toContain('(key-foreign)\r\n');
    expect(document.body.textContent).toContain('Or call: +1 555 0100');
  });

  test('puts no header into the mail, whatever the account is called', () => {
    const account = 'a\r\nBcc: x@evil.example&bcc=y@evil.example\u202e';
    const supportContact = { email: 'desk@contoso.example' };
    show(viewOfSession({ ...forgedSession, account }, { supportContact }));
    const url = new URL(find('[data-action="tell"]').getAttribute('href') ?? '');
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(url.searchParams.get('body')).not.toMatch(/\nBcc:|\u202e/);
  });
});
