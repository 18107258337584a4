import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Popup, type PopupState } from '../../src/popup/popup.tsx';
import type { PopupView } from '../../src/protocol/views.ts';

/** Shows a view in the popup. To be imported after the browser's interface was put in place. */
export const show = (view: PopupView): HTMLElement => showState({ kind: 'view', view });

/** Shows the popup, and what it draws after the first paint as well. */
export function showState(state: PopupState): HTMLElement {
  void act(() => render(<Popup state={state} />, document.body));
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
