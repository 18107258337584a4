// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { exportedKey, exportOf, sharedUrl } from '../support/pictures.ts';

const { answer } = vi.hoisted(() => ({ answer: vi.fn() }));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  polyfill.default.runtime.sendMessage = answer;
  return { default: polyfill.default };
});
const { Inspector } = await import('../../src/inspector/inspector.tsx');

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
};

beforeEach(() => render(null, document.body));

test('the history of keys is saved whole as a file, and nothing is sent', async () => {
  const history = exportOf({ [sharedUrl]: [exportedKey('a'), exportedKey('b')] });
  answer.mockImplementation(async ({ type }: { type: string }) =>
    type === 'key-history' ? history : { sessions: [] },
  );
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return 'blob:x';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  location.hash = '#keys';
  await act(() => render(<Inspector />, document.body));
  await act(settle);
  await act(() => document.querySelector<HTMLButtonElement>('.after button')?.click());
  expect(names).toEqual(['countersign-key-history.json']);
  expect(JSON.parse((await blobs[0]?.text()) ?? '')).toEqual(history);
  vi.restoreAllMocks();
});
