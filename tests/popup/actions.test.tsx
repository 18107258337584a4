// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgedSession, popupViewOf, sessionViewOf, viewOfSession } from '../support/views.ts';

const { polyfill, send } = vi.hoisted(() => ({
  polyfill: { default: {} as Record<string, unknown> },
  send: vi.fn(async (_message: unknown): Promise<unknown> => undefined),
}));
vi.mock('webextension-polyfill', async () => {
  const real = (await import('../support/polyfill.ts')).polyfill;
  Object.assign(polyfill.default, real.default, {
    runtime: { ...real.default.runtime, sendMessage: send },
    tabs: { query: async () => [{ id: 7 }] },
  });
  return polyfill;
});
const { find, settle, show } = await import('../support/show-popup.tsx');
const actions = () =>
  [...document.querySelectorAll<HTMLElement>('[data-action]')].map((one) => one.dataset['action']);
const buttonOf = (words: string): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('button')];
  const found = all.find(({ textContent }) => textContent?.trim() === words);
  if (found === undefined) throw new Error(`no button says ${words}`);
  return found;
};

beforeEach(() => {
  render(null, document.body);
  send.mockReset();
});

describe('a danger', () => {
  test('leads with what to do, the most useful first', () => {
    show(viewOfSession(forgedSession));
    expect(actions()).toEqual(['sign-out', 'remove-session', 'save-evidence', 'tell', 'why']);
    const first = find('a[href], button');
    expect(first.textContent).toBe('Sign out everywhere');
    expect(first.getAttribute('href')).toBe(forgedSession.signOutUrl);
    expect(first.getAttribute('target')).toBe('_blank');
  });

  test('leads to its reasons', () => {
    show(viewOfSession(forgedSession));
    const target = find(find('[data-action="why"]').getAttribute('href') ?? '');
    expect(target.tabIndex).toBe(-1);
    expect(target.textContent).toContain('Why');
  });

  test('cannot be accepted', () => {
    show(viewOfSession(forgedSession));
    expect(document.querySelector('[data-action="accept"]')).toBeNull();
  });
});

describe('what is unusual', () => {
  test('can be told and saved, and nothing is offered that only a danger is worth', () => {
    show(viewOfSession(sessionViewOf({ verdict: 'attention' }, { verdict: 'attention' })));
    expect(actions()).toEqual(['save-evidence', 'tell']);
  });

  test.each(['verified', 'undetermined', 'not-inspected'] as const)(
    'and a session that is %s needs none of it',
    (verdict) => {
      show(viewOfSession(sessionViewOf({ verdict }, { verdict })));
      expect(actions()).toEqual([]);
    },
  );
});

describe('removing the session', () => {
  const done = { result: 'done', cookies: 4, cookiesLeft: 0, isStorageEmpty: true, tabs: 2 };

  test('asks first, and does nothing when the answer is no', async () => {
    show(viewOfSession(forgedSession));
    find('[data-action="remove-session"]').click();
    await settle();
    const dialog = find('dialog');
    expect(dialog.hasAttribute('open')).toBe(true);
    expect(dialog.textContent).toContain('Remove the session of outlook.office.com');
    expect(dialog.querySelector('button')?.textContent).toBe('Cancel');
    buttonOf('Cancel').click();
    await settle();
    expect(document.querySelector('dialog')).toBeNull();
    expect(send).not.toHaveBeenCalled();
  });

  test('says what was done, also when the page behind is another one by then', async () => {
    send.mockResolvedValue(done);
    show(viewOfSession(forgedSession));
    find('[data-action="remove-session"]').click();
    await settle();
    buttonOf('Remove it').click();
    await settle();
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'remove-session', tabId: 7 });
    show(popupViewOf());
    const said = find('[role="status"]');
    expect(said.textContent).toContain('Cookies deleted: 4');
    expect(said.textContent).toContain('Everything that its pages kept here is deleted.');
    expect(said.textContent).toContain('Tabs loaded anew: 2');
    expect(said.textContent).not.toContain('could not');
  });

  test.each([
    [{ ...done, cookiesLeft: 1 }, 'could not be deleted: 1'],
    [{ ...done, isStorageEmpty: false }, 'Some of what its pages keep here could not be deleted'],
    [{ result: 'not-a-webmail' }, 'The session could not be removed.'],
    [undefined, 'The session could not be removed.'],
    [{ result: 'done' }, 'The session could not be removed.'],
  ])('tells what was not done: %j', async (answer, words) => {
    send.mockResolvedValue(answer);
    show(viewOfSession(forgedSession));
    find('[data-action="remove-session"]').click();
    await settle();
    buttonOf('Remove it').click();
    await settle();
    expect(find('[role="status"]').textContent).toContain(words);
  });
});
