import type { DiskStorage } from '../platform/disk-storage.ts';
import { settingsRecord } from '../protocol/languages.ts';
import {
  defaultSettings,
  maxRetentionDays,
  parseSettings,
  type Settings,
} from '../protocol/settings-schema.ts';

type Changes = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

export interface SettingsStore {
  /** What holds now; the defaults until `ready`. */
  readonly current: () => Settings;
  readonly ready: Promise<void>;
  /** How long sessions and verdicts are kept; the longest time there is until `ready`, so that nothing is dropped too early. */
  readonly retentionDays: () => number;
  /**
   * Changes some members, or what follows from those that hold then; the rest stays. Resolves with what holds when it is saved; rejects
   * when it cannot be saved.
   */
  readonly change: (changes: Changes) => Promise<Settings>;
}

/** Keeps what the person chose, on disk. A record that cannot be read is told by its code and counts as the defaults. */
export function createSettingsStore(parts: {
  readonly storage: DiskStorage;
  /** Called after every change and once when the stored settings were read. */
  readonly onChange: (settings: Settings) => void;
  readonly logProblem: (code: string) => void;
}): SettingsStore {
  let settings = defaultSettings;
  let isRead = false;

  async function read(): Promise<void> {
    try {
      settings = parseSettings(await parts.storage.load(settingsRecord));
    } catch {
      parts.logProblem('settings-unreadable');
    }
    isRead = true;
    parts.onChange(settings);
  }

  const ready = read();
  // One change after the other, so that none starts from what another one is about to replace.
  let last: Promise<unknown> = ready;

  function change(changes: Changes): Promise<Settings> {
    const work = last.then(async () => {
      const named = typeof changes === 'function' ? changes(settings) : changes;
      const next = parseSettings({ ...settings, ...named });
      await parts.storage.save(settingsRecord, next);
      settings = next;
      parts.onChange(settings);
      return settings;
    });
    last = work.catch(() => undefined);
    return work;
  }

  return {
    current: () => settings,
    ready,
    retentionDays: () => (isRead ? settings.retentionDays : maxRetentionDays),
    change,
  };
}
