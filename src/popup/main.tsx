import { render } from 'preact';
import { currentTabId, fetchPopupView, onViewChanged } from '../protocol/popup-client.ts';
import { startPage } from '../ui/start-page.ts';
import { Popup, type PopupState } from './popup.tsx';
import { applyStyle } from './style.ts';

/**
 * How long nothing is shown while the background is asked. It answers within a few milliseconds unless it was asleep, and drawing what is
 * gone at once would hold up the verdict.
 */
const patienceMs = 100;

/** Entry of the popup: asks for the view, shows it, and shows it anew when the background says that it changed. */
const tabId = currentTabId();
let state: PopupState | null = null;
let newest = 0;

async function look(): Promise<void> {
  const asked = ++newest;
  const answer = await ask();
  // An answer that was overtaken by a newer one is dropped.
  if (asked === newest) await tell(answer);
}

async function ask(): Promise<PopupState> {
  try {
    return { kind: 'view', view: await fetchPopupView(await tabId) };
  } catch {
    return { kind: 'no-answer' };
  }
}

async function tell(news: PopupState): Promise<void> {
  state = news;
  await started;
  show();
}

function show(): void {
  if (state !== null) render(<Popup state={state} />, document.body);
}

onViewChanged(() => void look());
// Before the texts are asked for: the background's answer takes longer than theirs.
void look();
const started = startPage(show);
applyStyle();
setTimeout(() => {
  if (state === null) void tell({ kind: 'loading' });
}, patienceMs);
