import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { recheck } from '../protocol/popup-client.ts';
import { text } from '../protocol/texts.ts';

/** Asks to check again; how often that is done is the background's business. */
export function TryAgain(): VNode {
  const [isTrying, setTrying] = useState(false);
  const start = async () => {
    setTrying(true);
    await recheck().catch(() => undefined);
    setTimeout(() => setTrying(false), 2000);
  };
  return (
    <button
      class="button button-quiet"
      type="button"
      aria-disabled={isTrying}
      onClick={() => {
        if (!isTrying) void start();
      }}
    >
      {text(isTrying ? 'trying' : 'try_again')}
    </button>
  );
}
