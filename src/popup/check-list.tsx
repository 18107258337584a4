import type { VNode } from 'preact';
import type { RuleOutcome } from '../core/index.ts';
import { text, uiLanguage } from '../protocol/texts.ts';
import { AfterPaint } from './after-paint.tsx';
import { ruleMessage } from './failed-rules.ts';
import { Section } from './section.tsx';
import { Sign } from './sign.tsx';

/** Every check with its own state, then what was not checked and what no browser can check. */
export function CheckList({ outcomes }: { readonly outcomes: readonly RuleOutcome[] }): VNode {
  const failed = outcomes.filter(({ outcome }) => outcome === 'fail');
  const passed = outcomes.filter(({ outcome }) => outcome === 'pass');
  const open = outcomes.filter(({ outcome }) => outcome === 'unknown');
  return (
    <>
      {failed.length + passed.length > 0 && (
        <Section title={text('checked_heading')}>
          <Checks outcomes={failed} />
          {passed.length > 0 && <Passed outcomes={passed} />}
        </Section>
      )}
      <Section title={text('not_checked_heading')}>
        <ul class="checks">
          {open.map((outcome) => (
            <Check outcome={outcome} key={outcome.rule} />
          ))}
          <li class="check" data-outcome="limit">
            <Sign outcome="unknown" />
            <span>{text('limit_elsewhere')}</span>
          </li>
        </ul>
      </Section>
    </>
  );
}

/** Everything that is as it should be, as one line that opens. */
function Passed({ outcomes }: { readonly outcomes: readonly RuleOutcome[] }): VNode {
  const count = new Intl.NumberFormat(uiLanguage()).format(outcomes.length);
  return (
    <details class="passed">
      <summary>
        <Sign outcome="pass" />
        <span>{text('checks_passed', [count])}</span>
      </summary>
      <AfterPaint>
        <Checks outcomes={outcomes} />
      </AfterPaint>
    </details>
  );
}

function Checks({ outcomes }: { readonly outcomes: readonly RuleOutcome[] }): VNode {
  return (
    <ul class="checks">
      {outcomes.map((outcome) => (
        <Check outcome={outcome} key={outcome.rule} />
      ))}
    </ul>
  );
}

function Check({ outcome }: { readonly outcome: RuleOutcome }): VNode {
  const failed = outcome.outcome === 'fail';
  return (
    <li
      class="check"
      data-rule={outcome.rule}
      data-outcome={outcome.outcome}
      data-sign={signOf(outcome)}
    >
      <Sign outcome={signOf(outcome)} />
      <span>
        <span class="visually-hidden">{text(`outcome_${outcome.outcome}`)}: </span>
        {text(ruleMessage(outcome.rule, failed ? 'title' : 'checks'))}
        {outcome.outcome === 'unknown' && (
          <span class="check-reason">{text(`reason_${outcome.reason.replaceAll('-', '_')}`)}</span>
        )}
        {outcome.outcome === 'fail' && outcome.acceptedAtMs !== undefined && (
          <span class="check-reason">{text('popup_accepted_check')}</span>
        )}
      </span>
    </li>
  );
}

/** What is only worth knowing gets a sign of its own, so that it does not look like what is wrong. */
const signOf = (outcome: RuleOutcome): string =>
  outcome.outcome === 'fail' && (outcome.severity === 'note' || outcome.acceptedAtMs !== undefined)
    ? 'note'
    : outcome.outcome;
