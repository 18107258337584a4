import type { VNode } from 'preact';
import { currentTabId, reloadTab } from '../protocol/popup-client.ts';
import { text } from '../protocol/texts.ts';

/** Loads the page in front anew: what it sends while it loads is what there is to check. */
export function ReloadButton(): VNode {
  const start = async () => {
    const id = await currentTabId();
    if (id !== null) await reloadTab(id);
  };
  return (
    <button class="button button-quiet" type="button" onClick={() => void start()}>
      {text('popup_reload')}
    </button>
  );
}
