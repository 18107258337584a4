import { onLanguageChosen, speakChosenLanguage } from '../protocol/language-client.ts';
import { textDirection, textLanguage } from '../protocol/texts.ts';

/**
 * Starts a page: `show` renders it when its texts speak the chosen language, and again when another one is chosen, so that what a person
 * has begun stays. What does not need texts should begin before.
 */
export async function startPage(show: () => void): Promise<void> {
  const showInLanguage = () => {
    const { documentElement } = document;
    documentElement.lang = textLanguage();
    documentElement.dir = textDirection();
    show();
  };
  onLanguageChosen(showInLanguage);
  await speakChosenLanguage();
  showInLanguage();
}
