import { languages } from '../../src/protocol/languages.ts';
import { readEnglish } from '../languages/english.ts';
import { englishFile, messageFilePath, translatedFile } from '../languages/message-file.ts';
import { readTranslation } from '../languages/translation.ts';

/** `public/_locales/<language>/messages.json`: English from the sources, the others from `locales/<language>.json`. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const english = await readEnglish();
  return new Map(
    languages.map((language) => [
      messageFilePath(language),
      language === 'en'
        ? englishFile(english)
        : translatedFile(language, english, readTranslation(language)),
    ]),
  );
}
