import { render } from 'preact';
import { currentTabId, fetchPopupView, onViewChanged } from '../protocol/popup-client.ts';
import { uiLanguage } from '../protocol/texts.ts';
import { Popup, type PopupState } from './popup.tsx';

/** Entry of the popup: asks for the view, shows it, and shows it anew when the background says that it changed. */
document.documentElement.lang = uiLanguage();
const tabId = currentTabId();
let newest = 0;

async function show(): Promise<void> {
  const asked = ++newest;
  const state = await ask();
  // An answer that was overtaken by a newer one is dropped.
  if (asked === newest) render(<Popup state={state} />, document.body);
}

async function ask(): Promise<PopupState> {
  try {
    return { kind: 'view', view: await fetchPopupView(await tabId) };
  } catch {
    return { kind: 'no-answer' };
  }
}

render(<Popup state={{ kind: 'loading' }} />, document.body);
onViewChanged(() => void show());
void show();
