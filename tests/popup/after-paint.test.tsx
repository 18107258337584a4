// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgedSession, sessionViewOf, viewOfSession } from '../support/views.ts';

vi.mock('webextension-polyfill', async () => (await import('../support/polyfill.ts')).polyfill);
const { Popup } = await import('../../src/popup/popup.tsx');
const popup = <Popup state={{ kind: 'view', view: viewOfSession(forgedSession) }} />;
const foldedParts = 'details > :not(summary)';
/** What a person sees without unfolding anything. */
function inSight(): string {
  const copy = document.body.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('no page');
  for (const part of copy.querySelectorAll(foldedParts)) part.remove();
  return copy.innerHTML;
}
const folded = () =>
  [...document.querySelectorAll(foldedParts)].map(({ textContent }) => textContent);

beforeEach(() => render(null, document.body));

describe('what is folded away', () => {
  test('is drawn after the first paint, and nothing in sight changes by that', () => {
    render(popup, document.body);
    const first = inSight();
    expect(first).toContain('Your Outlook session is forged');
    expect(folded()).toEqual([]);
    render(null, document.body);
    void act(() => render(popup, document.body));
    expect(inSight()).toBe(first);
    const [checks = '', evidence = ''] = folded();
    expect(checks).toContain('Passed: ');
    expect(evidence).toContain('sts.windows.net');
  });

  test('is there without anybody unfolding it', async () => {
    render(popup, document.body);
    await vi.waitFor(() => expect(folded()).toHaveLength(2));
  });

  test('follows when something changes', () => {
    void act(() => render(popup, document.body));
    const changed = viewOfSession(sessionViewOf({}, { host: 'mail.example' }));
    render(<Popup state={{ kind: 'view', view: changed }} />, document.body);
    expect(folded().join()).toContain('mail.example');
  });
});
