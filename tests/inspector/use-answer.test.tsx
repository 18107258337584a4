// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const { listeners } = vi.hoisted(() => ({
  listeners: [] as ((message: unknown, sender: object) => void)[],
}));
vi.mock('webextension-polyfill', async () => {
  const { polyfill } = await import('../support/polyfill.ts');
  const onMessage = {
    addListener: (listener: (typeof listeners)[number]) => listeners.push(listener),
  };
  return { default: { ...polyfill.default, runtime: { ...polyfill.default.runtime, onMessage } } };
});
const { restMs, useAnswer } = await import('../../src/inspector/use-answer.ts');

const fetchIt = vi.fn(async (): Promise<string> => 'a');
function Page({ cause }: { readonly cause: number }): VNode {
  const answered = useAnswer(fetchIt, [cause]);
  return <p>{answered.kind === 'known' ? answered.value : answered.kind}</p>;
}
const open = async (cause = 0) => {
  await act(() => render(<Page cause={cause} />, document.body));
  await pass(0);
};
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const notice = () => {
  for (const listener of listeners) listener({ type: 'view-changed' }, {});
};
const shown = () => document.body.textContent;

beforeEach(() => {
  vi.useFakeTimers();
  fetchIt.mockReset().mockResolvedValue('a');
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

describe('what the background says', () => {
  test('is shown, and asked for again when something may have changed', async () => {
    await open();
    expect(shown()).toBe('a');
    fetchIt.mockResolvedValue('b');
    await pass(restMs);
    notice();
    await pass(0);
    expect(shown()).toBe('b');
  });

  test('is asked for twice at most in a flood of notices, and the last of them counts', async () => {
    await open();
    fetchIt.mockResolvedValue('b');
    for (let at = 0; at < 100; at++) notice();
    expect(fetchIt).toHaveBeenCalledTimes(1);
    await pass(restMs);
    expect(fetchIt).toHaveBeenCalledTimes(2);
    expect(shown()).toBe('b');
    await pass(10 * restMs);
    expect(fetchIt).toHaveBeenCalledTimes(2);
  });

  test('stays when a later question fails, and is missed only where there was none', async () => {
    await open();
    fetchIt.mockRejectedValue(new Error('nobody'));
    await pass(restMs);
    notice();
    await pass(0);
    expect(shown()).toBe('a');
    render(null, document.body);
    await open();
    expect(shown()).toBe('silent');
  });

  test('is dropped when something else is asked by then', async () => {
    let answerFirst: (value: string) => void = () => undefined;
    fetchIt.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)));
    await open(0);
    await open(1);
    expect(shown()).toBe('a');
    answerFirst('late');
    await pass(restMs);
    expect(shown()).toBe('a');
  });

  test('is not asked for by a page that was left', async () => {
    await open();
    await act(() => render(null, document.body));
    await pass(restMs);
    notice();
    expect(fetchIt).toHaveBeenCalledTimes(1);
  });
});
