import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { changeSettings, fetchSettings, onViewChanged } from '../protocol/client.ts';
import type { Management } from '../protocol/management-schema.ts';
import { fetchManagement } from '../protocol/options-client.ts';
import type { Settings } from '../protocol/settings-schema.ts';

export interface Chosen {
  readonly settings: Settings;
  readonly management: Management;
}

/** What is told of the last change: message names. Counted, so that the same words are said again. */
export interface Note {
  readonly kind: 'saved' | 'failed';
  readonly message: string;
  readonly number: number;
}

export interface OptionsState {
  /** Null: not known yet; `silent`: the background does not answer. */
  readonly chosen: Chosen | 'silent' | null;
  readonly note: Note | null;
  /** Saves at once; resolves with whether that was possible, which is told. */
  readonly change: (changes: Partial<Settings>, message?: string) => Promise<boolean>;
  /** Does something else that changes what is kept, and tells how it went. */
  readonly perform: (
    work: () => Promise<unknown>,
    done: string,
    failed: string,
  ) => Promise<boolean>;
}

/** What holds, kept up to date while the page is open, and the ways to change it. */
export function useOptions(): OptionsState {
  const [chosen, setChosen] = useState<OptionsState['chosen']>(null);
  const [note, setNote] = useState<Note | null>(null);
  const newest = useRef(0);

  const load = useCallback(async () => {
    const asked = ++newest.current;
    const answer = await Promise.all([fetchSettings(), fetchManagement()]).then(
      ([settings, management]) => ({ settings, management }),
      () => null,
    );
    // An answer that was overtaken by a newer one, or by a change, is dropped.
    if (asked !== newest.current) return;
    setChosen((before) => answer ?? (before === null ? 'silent' : before));
  }, []);

  useEffect(() => {
    onViewChanged(() => void load());
    void load();
  }, [load]);

  const perform: OptionsState['perform'] = async (work, done, failed) => {
    const isDone = await work().then(
      () => true,
      () => false,
    );
    await load();
    setNote((before) => ({
      kind: isDone ? 'saved' : 'failed',
      message: isDone ? done : failed,
      number: (before?.number ?? 0) + 1,
    }));
    return isDone;
  };

  const change: OptionsState['change'] = (changes, message = 'options_saved') =>
    perform(() => changeSettings(changes), message, 'options_not_saved');

  return { chosen, note, change, perform };
}
