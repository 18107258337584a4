import { onDiskChanged } from '../platform/disk-changes.ts';
import { diskStorage } from '../platform/disk-storage.ts';
import { speak } from '../platform/i18n.ts';
import { languageIn, settingsRecord } from './languages.ts';

/**
 * Makes a page's texts speak the language that the person chose. Read from disk and not asked of the background, which may be asleep: with
 * no language chosen this takes a moment, and nothing more is loaded.
 */
export async function speakChosenLanguage(): Promise<void> {
  // Without settings there is no choice, and a page in the browser's language is better than none.
  await speakAsIn(await diskStorage.load(settingsRecord).catch(() => undefined));
}

/** Calls back when another language was chosen and the texts speak it. */
export function onLanguageChosen(callback: () => void): void {
  onDiskChanged(settingsRecord, (record) => void speakAsIn(record).then(callback));
}

const speakAsIn = (record: unknown): Promise<void> => speak(languageIn(record));
