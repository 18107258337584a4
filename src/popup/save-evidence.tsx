import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { fetchEvidence } from '../protocol/popup-client.ts';
import { text } from '../protocol/texts.ts';
import { Icon } from '../ui/icon.tsx';
import { saveFile } from '../ui/save-file.ts';

/** Saves everything that is known of a session as a file, without any part of a token. */
export function SaveEvidence({ session }: { readonly session: string }): VNode {
  const [state, setState] = useState<'ready' | 'saved' | 'failed'>('ready');
  async function save(): Promise<void> {
    const answer = await fetchEvidence(session).catch(() => null);
    if (answer?.result !== 'done') return setState('failed');
    saveFile(answer.name, 'application/json', answer.text);
    setState('saved');
  }
  return (
    <>
      <button
        class="button button-quiet"
        type="button"
        data-action="save-evidence"
        onClick={() => void save()}
      >
        <Icon name="download" />
        {text('popup_save')}
      </button>
      <p class="check-reason" role="status">
        {state !== 'ready' && text(`popup_save_${state}`)}
      </p>
    </>
  );
}
