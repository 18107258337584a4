import { pseudoEnd, pseudoStart } from '../../tools/languages/pseudo.ts';

/** Elements whose text is a value of a token, a key, a clock or a language, and so no sentence of ours. */
const values = 'bdi, code, time, dd, .value-exact, .exact, textarea, input, option[lang]';

/** Texts and spoken attributes below an element that are no message, where messages are in a pseudo-language. */
export function findUntranslated(root: Element): readonly string[] {
  const found: string[] = [];
  const isTranslated = (text: string) =>
    !/\p{L}{2}/u.test(text) || (text.includes(pseudoStart) && text.includes(pseudoEnd));
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const { parentElement } = node;
    if (parentElement?.closest(values) === null && !isTranslated(text)) found.push(text);
  }
  for (const element of root.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
      const text = element.getAttribute(name) ?? '';
      if (!isTranslated(text)) found.push(text);
    }
  }
  return found;
}
