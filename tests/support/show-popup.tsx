import { render } from 'preact';
import { Popup } from '../../src/popup/popup.tsx';
import type { PopupView } from '../../src/protocol/views.ts';

/** Shows a view in the popup. To be imported after the browser's interface was put in place. */
export function show(view: PopupView): HTMLElement {
  render(<Popup state={{ kind: 'view', view }} />, document.body);
  return document.body;
}

/** Long enough for an answer of the background and what is drawn after it. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** The first element of a kind; throws where there is none. */
export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
}
