import type { VNode } from 'preact';
import type { RuleOutcome } from '../core/index.ts';
import { text, uiLanguage } from '../protocol/client.ts';
import { ruleMessage } from './failed-rules.ts';
import { Section } from './section.tsx';

/** Every check with its own state, then what was not checked and what no browser can check. */
export function CheckList({ outcomes }: { readonly outcomes: readonly RuleOutcome[] }): VNode {
  const failed = outcomes.filter(({ outcome }) => outcome === 'fail');
  const passed = outcomes.filter(({ outcome }) => outcome === 'pass');
  const open = outcomes.filter(({ outcome }) => outcome === 'unknown');
  return (
    <>
      {failed.length + passed.length > 0 && (
        <Section title={text('checked_heading')}>
          <ul class="checks">
            {failed.map((outcome) => (
              <Check outcome={outcome} key={outcome.rule} />
            ))}
          </ul>
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
      <ul class="checks">
        {outcomes.map((outcome) => (
          <Check outcome={outcome} key={outcome.rule} />
        ))}
      </ul>
    </details>
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
      </span>
    </li>
  );
}

/** What is only worth knowing gets a sign of its own, so that it does not look like what is wrong. */
const signOf = (outcome: RuleOutcome): string =>
  outcome.outcome === 'fail' && outcome.severity === 'note' ? 'note' : outcome.outcome;

const paths: Readonly<Record<string, string>> = {
  pass: 'M3 9.5l4 4 8-9',
  fail: 'M4 4.500l10 10M14 4.500l-10 10',
  unknown: 'M4 9.500h10',
  note: 'M9 8.500v6M9 4.500v.100',
};

/** Drawn as a shape of its own for each state; its meaning is written beside it for screen readers. */
function Sign({ outcome }: { readonly outcome: string }): VNode {
  return (
    <svg class="check-sign" viewBox="0 0 18 19" aria-hidden="true">
      <path
        d={paths[outcome] ?? ''}
        fill="none"
        stroke="currentColor"
        stroke-width="2.400"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
