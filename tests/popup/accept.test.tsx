// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inspectionOf } from '../support/inspections.ts';
import { sessionViewOf, viewOfSession } from '../support/views.ts';

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

describe('accepting', () => {
  const unusual = inspectionOf({
    verdict: 'attention',
    fingerprint: 'f',
    outcomes: [{ rule: 'key-new', outcome: 'fail', severity: 'attention', evidence: [] }],
  });
  const session = sessionViewOf({
    verdict: 'attention',
    inspections: [unusual],
    acceptable: [{ rule: 'key-new', fingerprint: 'f' }],
  });

  test('asks first, saying for which key and account', async () => {
    send.mockResolvedValue({ result: 'done' });
    show(viewOfSession(session));
    find('[data-action="accept"]').click();
    await settle();
    const dialog = find('dialog');
    expect(dialog.textContent).toContain('ada@contoso.example');
    expect(dialog.textContent).toContain('key');
    expect(send).not.toHaveBeenCalled();
    buttonOf('Stop warning').click();
    await settle();
    expect(send).toHaveBeenCalledExactlyOnceWith({
      type: 'accept-finding',
      session: 'a',
      rule: 'key-new',
      fingerprint: 'f',
    });
  });

  test('is not offered where the organisation forbids it, nor where nothing can be accepted', () => {
    show(viewOfSession(session, { mayAccept: false }));
    expect(document.querySelector('[data-action="accept"]')).toBeNull();
    show(viewOfSession({ ...session, acceptable: [] }));
    expect(document.querySelector('[data-action="accept"]')).toBeNull();
  });

  test.each([
    ['too-many', 'So many findings are accepted'],
    ['forbidden', 'This finding cannot be accepted.'],
    ['gone', 'This finding cannot be accepted.'],
  ])('that is refused (%s) says so', async (result, words) => {
    send.mockResolvedValue({ result });
    show(viewOfSession(session));
    find('[data-action="accept"]').click();
    await settle();
    buttonOf('Stop warning').click();
    await settle();
    expect(document.body.textContent).toContain(words);
  });

  test('leaves the finding in sight, with its day, and out of the reasons', () => {
    const [outcome] = unusual.outcomes;
    if (outcome?.outcome !== 'fail') throw new Error('no finding');
    const accepted = {
      ...unusual,
      verdict: 'verified' as const,
      outcomes: [{ ...outcome, acceptedAtMs: 0 }],
    };
    show(viewOfSession(sessionViewOf({ inspections: [accepted] })));
    const line = find('[data-accepted="key-new"]');
    expect(line.textContent).toContain('1970');
    expect(find('[data-rule="key-new"]').dataset['sign']).toBe('note');
    expect(document.querySelector('.finding')).toBeNull();
    expect(find('main').dataset['verdict']).toBe('verified');
  });
});
