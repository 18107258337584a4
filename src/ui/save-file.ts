import { encodePart } from './encode-part.ts';

/**
 * Hands a text to the browser as a download. As a data address, which outlives the page: a popup is closed by the dialog that asks
 * where to save, and what else a page can offer to download ends with the page.
 * @param type media type, e.g. `application/json`
 */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = `data:${type};charset=utf-8,${encodePart(text)}`;
  link.download = name;
  link.click();
}
