import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { currentTabId, removeSession } from '../protocol/popup-client.ts';
import type { RemoveAnswer } from '../protocol/rescue-schema.ts';
import { text } from '../protocol/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { makeVisible } from '../ui/visible-text.ts';
import { Confirm } from './confirm.tsx';

/** What came of it; null: nothing was done, because it failed. */
export type Removal = RemoveAnswer | null;

/** Removes the cookies and the storage of the page in front, after asking. What was done is told by whoever outlives this button. */
export function RemoveSession({
  host,
  onDone,
}: {
  readonly host: string;
  readonly onDone: (removal: Removal) => void;
}): VNode {
  const [state, setState] = useState<'ready' | 'asking' | 'working'>('ready');
  async function answer(isMeant: boolean): Promise<void> {
    setState(isMeant ? 'working' : 'ready');
    if (!isMeant) return;
    const id = await currentTabId();
    onDone(id === null ? null : await removeSession(id).catch(() => null));
    setState('ready');
  }
  return (
    <>
      <button
        class="button button-quiet"
        type="button"
        data-action="remove-session"
        aria-disabled={state === 'working'}
        onClick={() => {
          if (state === 'ready') setState('asking');
        }}
      >
        <Icon name="trash" />
        {text(state === 'working' ? 'popup_removing' : 'popup_remove')}
      </button>
      {state === 'asking' && (
        <Confirm
          title={text('popup_remove_title', [makeVisible(host)])}
          yes={text('popup_remove_yes')}
          isDanger
          onAnswer={(isMeant) => void answer(isMeant)}
        >
          <p>{text('popup_remove_what')}</p>
          <p>{text('popup_remove_limit')}</p>
        </Confirm>
      )}
    </>
  );
}
