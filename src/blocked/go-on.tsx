import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { continueBlocked } from '../protocol/blocked-client.ts';
import { text } from '../protocol/client.ts';
import { makeVisible } from '../ui/visible-text.ts';

/** The way on, behind a line that has to be opened and a box that has to be ticked: nobody goes on by habit. */
export function GoOn({ id, webmail }: { readonly id: string; readonly webmail: string }): VNode {
  const [isUnderstood, setUnderstood] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const goOn = () => {
    if (!isUnderstood) {
      setProblem('blocked_continue_tick');
      return;
    }
    continueBlocked(id).then(
      (result) => setProblem(result === 'goes-on' ? null : `blocked_continue_${result}`),
      () => setProblem('verdict_no_answer'),
    );
  };
  return (
    <details class="blocked-go-on" data-continue="allowed">
      <summary>{text('blocked_continue_summary')}</summary>
      <p>{text('blocked_continue_what')}</p>
      <label class="blocked-understood">
        <input
          type="checkbox"
          checked={isUnderstood}
          onChange={(event) => {
            setUnderstood(event.currentTarget.checked);
            setProblem(null);
          }}
        />
        {text('blocked_continue_understood')}
      </label>
      <button type="button" class="button button-quiet" onClick={goOn}>
        {text('blocked_continue_button', [makeVisible(webmail)])}
      </button>
      <p class="blocked-problem" role="alert">
        {problem !== null && text(problem)}
      </p>
    </details>
  );
}
