import type { RequestOf } from '../../protocol/messages.ts';
import type { Settings } from '../../protocol/settings-schema.ts';
import type { SettingsStore } from '../settings-store.ts';

/** Reads and changes what the person chose. */
export const answerSettings = ({ ready, current, change }: SettingsStore) => ({
  settings: async (): Promise<Settings> => {
    await ready;
    return current();
  },
  'change-settings': ({ changes }: RequestOf<'change-settings'>): Promise<Settings> => {
    // Only members that were named: a parsed object can hold the others as undefined.
    const named = Object.entries(changes).filter(([, value]) => value !== undefined);
    return change(Object.fromEntries(named));
  },
});
