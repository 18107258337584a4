import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildPopupView } from '../../src/background/view.ts';
import { addInspection } from '../../src/core/index.ts';
import { inspectionOf } from '../support/inspections.ts';
import { popupViewOf } from '../support/views.ts';

const messaging = vi.hoisted(() => ({
  sendMessage: vi.fn(),
  onMessage: vi.fn(),
}));
vi.mock('../../src/platform/messaging.ts', () => messaging);
vi.mock('webextension-polyfill', async () => (await import('../support/polyfill.ts')).polyfill);
const { fetchPopupView, onViewChanged, recheck } = await import(
  '../../src/protocol/popup-client.ts'
);

beforeEach(() => {
  for (const call of Object.values(messaging)) call.mockReset();
});

describe('the popup’s client', () => {
  test('takes what the background makes of a session, as it went through the message', async () => {
    const inspection = inspectionOf();
    const session = addInspection(null, inspection, { isPrivate: false, tabIds: [1] });
    const tab = { id: 1, host: 'outlook.office.com', loadedAtMs: 0, access: 'open' } as const;
    const view = buildPopupView({ ...tab, isPrivate: false }, [session], inspection.seenAtMs);
    messaging.sendMessage.mockResolvedValue(structuredClone(view));
    expect(await fetchPopupView(1)).toEqual(view);
    expect(messaging.sendMessage).toHaveBeenCalledWith({ type: 'popup-view', tabId: 1 });
  });

  test.each([
    undefined,
    null,
    'session',
    {},
    { ...popupViewOf(), state: 'fine' },
    { ...popupViewOf(), state: 'constructor' },
    { ...popupViewOf(), here: null },
  ])('takes nothing else for a view: %j', async (answer) => {
    messaging.sendMessage.mockResolvedValue(answer);
    await expect(fetchPopupView(1)).rejects.toThrow('not a view');
  });

  test('asks to check again', async () => {
    await recheck();
    expect(messaging.sendMessage).toHaveBeenCalledWith({ type: 'recheck' });
  });

  test('hears that something changed, and answers nobody', () => {
    const changed = vi.fn();
    onViewChanged(changed);
    const listen: (message: unknown) => unknown = messaging.onMessage.mock.calls[0]?.[0];
    for (const message of [null, 'view-changed', { type: 'popup-view' }]) {
      expect(listen(message)).toBeUndefined();
    }
    expect(changed).not.toHaveBeenCalled();
    expect(listen({ type: 'view-changed' })).toBeUndefined();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
