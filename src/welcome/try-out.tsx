import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Inspection } from '../core/index.ts';
import { text } from '../protocol/client.ts';
import { Icon } from '../ui/icon.tsx';
import { makeVisible } from '../ui/visible-text.ts';
import { type Example, exampleWebmail, judgeExample } from './example.ts';

type State = Example | 'not-yet' | 'running' | 'failed';

/** A genuine and a forged session, made on the spot and judged by what judges real ones. */
export function TryOut(): VNode {
  const [state, setState] = useState<State>('not-yet');
  const start = () => {
    if (state === 'running') return;
    setState('running');
    judgeExample(Date.now()).then(setState, () => setState('failed'));
  };
  return (
    <section aria-labelledby="welcome-try" class="try-out">
      <h2 id="welcome-try">{text('welcome_try')}</h2>
      <p class="lead">{text('welcome_try_lead')}</p>
      <button type="button" class="button" aria-disabled={state === 'running'} onClick={start}>
        <Icon name="shield" />
        {text(typeof state === 'string' ? 'welcome_try_button' : 'welcome_try_again')}
      </button>
      <div role="status" class="try-out-answers">
        {state === 'running' && <p>{text('welcome_try_running')}</p>}
        {state === 'failed' && <p>{text('welcome_try_failed')}</p>}
        {typeof state !== 'string' && (
          <>
            <Answer caption="welcome_try_genuine" inspection={state.genuine} />
            <Answer caption="welcome_try_forged" inspection={state.forged} />
          </>
        )}
      </div>
    </section>
  );
}

/** A verdict as the popup would show it. */
function Answer({
  caption,
  inspection,
}: {
  readonly caption: string;
  readonly inspection: Inspection;
}): VNode {
  const { verdict, outcomes, token } = inspection;
  const picture = verdict === 'not-inspected' ? 'undetermined' : verdict;
  const found = outcomes.find(
    (outcome) => outcome.outcome === 'fail' && outcome.severity === 'danger',
  );
  const passed = outcomes.filter(({ outcome }) => outcome === 'pass').length;
  return (
    <figure class="try-out-answer" data-verdict={verdict}>
      <figcaption>{text(caption)}</figcaption>
      <div class={`verdict try-out-verdict try-out-${picture}`}>
        <img src={`/icons/${picture}.svg`} alt="" />
        <p class="try-out-words">
          {text(`verdict_${verdict.replaceAll('-', '_')}`, [exampleWebmail])}
        </p>
        {token?.account != null && (
          <p class="try-out-account">
            <bdi>{makeVisible(token.account)}</bdi>
          </p>
        )}
        <p class="try-out-why">
          {found === undefined
            ? text('welcome_try_passed', [String(passed)])
            : text(`rule_${found.rule.replaceAll('-', '_')}_title`)}
        </p>
      </div>
      <p class="hint">{text('welcome_try_example')}</p>
    </figure>
  );
}
