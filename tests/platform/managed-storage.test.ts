import { describe, expect, test, vi } from 'vitest';

const { get, listen } = vi.hoisted(() => ({ get: vi.fn(), listen: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: { storage: { managed: { get, onChanged: { addListener: listen } } } },
}));
const { managedStorage, onManagedStorageChanged } = await import(
  '../../src/platform/managed-storage.ts'
);

describe('what an organisation gives to the browser', () => {
  test('comes as it is', async () => {
    get.mockResolvedValueOnce({ requireMultiFactor: true });
    expect(await managedStorage.load()).toEqual({ requireMultiFactor: true });
    expect(get).toHaveBeenCalledWith();
  });

  test('Firefox rejects where nobody manages it: that is no policy', async () => {
    get.mockRejectedValueOnce(new Error('Managed storage manifest not found'));
    expect(await managedStorage.load()).toBeUndefined();
  });

  test('a browser that throws at once is no harm either', async () => {
    get.mockImplementationOnce(() => {
      throw new TypeError('storage.managed is not available');
    });
    expect(await managedStorage.load()).toBeUndefined();
  });

  test('news of it are told', () => {
    const told = vi.fn();
    onManagedStorageChanged(told);
    expect(told).not.toHaveBeenCalled();
    listen.mock.calls[0]?.[0]({ requireMultiFactor: {} });
    expect(told).toHaveBeenCalledOnce();
  });
});
