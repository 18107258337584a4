import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { defaultPolicy, type KeyReading } from '../../src/core/index.ts';
import { packReading } from '../../src/protocol/judging-schema.ts';
import { defaultSettings } from '../../src/protocol/settings-schema.ts';

/** What a background answers to the bench; `asked` gets its requests. `fetched` is known once its servers are asked. */
export const answersOf =
  (
    asked: { type: string; fetch?: readonly string[] }[],
    readings: readonly KeyReading[],
    fetched: readonly KeyReading[] = readings,
  ) =>
  async (message: { type: string; fetch?: readonly string[] }): Promise<unknown> => {
    asked.push(message);
    if (message.type === 'settings') return defaultSettings;
    const known = (message.fetch ?? []).length > 0 ? fetched : readings;
    // As messages travel.
    return JSON.parse(JSON.stringify({ readings: known.map(packReading), policy: defaultPolicy }));
  };

export const route = { section: 'bench', session: null, query: null };
export const find = (selector: string) => document.querySelector<HTMLElement>(selector);
export const texts = (selector: string) =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
export const until = (selector: string) =>
  vi.waitFor(async () => {
    await act(async () => new Promise((resolve) => setTimeout(resolve, 5)));
    if (find(selector) === null) throw new Error(`no ${selector}`);
  }, 20_000);
export const click = (selector: string) => act(() => find(selector)?.click());

export async function paste(content: string): Promise<void> {
  const field = find('textarea');
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field');
  await act(() => {
    field.value = content;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => {
    find('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}

export async function drop(...files: File[]): Promise<Event> {
  const event = new Event('drop', { cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { files, items: [] } });
  await act(() => void dispatchEvent(event));
  return event;
}

/** Opens every line of the results. */
export const openLines = () =>
  act(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details.token')) {
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
    }
  });
