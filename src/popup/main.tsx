import { render } from 'preact';
import { currentTabId, fetchPopupView, onViewChanged } from '../protocol/popup-client.ts';
import { startPage } from '../ui/start-page.ts';
import { Popup, type PopupState } from './popup.tsx';

/** Entry of the popup: asks for the view, shows it, and shows it anew when the background says that it changed. */
const tabId = currentTabId();
let state: PopupState = { kind: 'loading' };
let newest = 0;

async function look(): Promise<void> {
  const asked = ++newest;
  const answer = await ask();
  // An answer that was overtaken by a newer one is dropped.
  if (asked !== newest) return;
  state = answer;
  await started;
  show();
}

async function ask(): Promise<PopupState> {
  try {
    return { kind: 'view', view: await fetchPopupView(await tabId) };
  } catch {
    return { kind: 'no-answer' };
  }
}

const show = () => render(<Popup state={state} />, document.body);
onViewChanged(() => void look());
const started = startPage(show);
void look();
