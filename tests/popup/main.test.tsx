// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { polyfillOf, readMessageFile } from '../support/polyfill.ts';
import { forgedSession, sessionViewOf, viewOfSession } from '../support/views.ts';

/** A browser whose background answers when the test says so. */
const { polyfill, background } = vi.hoisted(() => ({
  polyfill: { default: {} as Record<string, unknown> },
  background: {
    answers: [] as ((view: unknown) => void)[],
    notify: (_message: unknown, _sender: object): unknown => undefined,
  },
}));
vi.mock('webextension-polyfill', () => polyfill);

const patienceMs = 100;
const forged = viewOfSession(forgedSession);
const genuine = viewOfSession(sessionViewOf());
const shown = () => document.querySelector('main')?.dataset;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  render(null, document.body);
  background.answers = [];
  const { i18n } = polyfillOf(readMessageFile('en'), 'en').default;
  Object.assign(polyfill.default, {
    i18n,
    runtime: {
      sendMessage: () => new Promise((resolve) => background.answers.push(resolve)),
      onMessage: {
        addListener: (listener: typeof background.notify) => {
          background.notify = listener;
        },
      },
    },
    storage: { local: { get: async () => ({}), onChanged: { addListener: () => undefined } } },
    tabs: { query: async () => [{ id: 7 }] },
  });
  await import('../../src/popup/main.tsx');
  await pass(1);
});
afterEach(() => vi.useRealTimers());

describe('the popup, when it is opened', () => {
  test('draws the verdict first, and nothing that is gone at once', async () => {
    expect(document.body.childElementCount).toBe(0);
    background.answers[0]?.(forged);
    await pass(0);
    expect(shown()).toMatchObject({ state: 'session', verdict: 'danger' });
    await pass(patienceMs);
    expect(shown()).toMatchObject({ state: 'session', verdict: 'danger' });
  });

  test('says that it is looking where the background takes its time, and then the verdict', async () => {
    await pass(patienceMs - 2);
    expect(shown()).toBeUndefined();
    await pass(2);
    expect(shown()).toMatchObject({ state: 'loading' });
    background.answers[0]?.(forged);
    await pass(0);
    expect(shown()).toMatchObject({ state: 'session', verdict: 'danger' });
  });

  test('says so when the answer is none', async () => {
    background.answers[0]?.(undefined);
    await pass(0);
    expect(shown()).toMatchObject({ state: 'no-answer' });
  });

  test('drops an answer that was overtaken by a newer one', async () => {
    background.notify({ type: 'view-changed' }, {});
    await pass(0);
    background.answers[1]?.(genuine);
    await pass(0);
    background.answers[0]?.(forged);
    await pass(0);
    expect(shown()).toMatchObject({ state: 'session', verdict: 'verified' });
  });
});
