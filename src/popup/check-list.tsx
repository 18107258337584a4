import type { VNode } from 'preact';
import type { RuleOutcome } from '../core/index.ts';
import { text } from '../protocol/client.ts';
import { ruleMessage } from './failed-rules.ts';
import { Section } from './section.tsx';

/** Every check with its own state, then what was not checked and what no browser can check. */
export function CheckList({ outcomes }: { readonly outcomes: readonly RuleOutcome[] }): VNode {
  const checked = outcomes.filter(({ outcome }) => outcome === 'pass' || outcome === 'fail');
  const open = outcomes.filter(({ outcome }) => outcome === 'unknown');
  return (
    <>
      {checked.length > 0 && (
        <Section title={text('checked_heading')}>
          <ul class="checks">
            {checked.map((outcome) => (
              <Check outcome={outcome} key={outcome.rule} />
            ))}
          </ul>
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

function Check({ outcome }: { readonly outcome: RuleOutcome }): VNode {
  const failed = outcome.outcome === 'fail';
  return (
    <li class="check" data-rule={outcome.rule} data-outcome={outcome.outcome}>
      <Sign outcome={outcome.outcome} />
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

const paths: Readonly<Record<string, string>> = {
  pass: 'M3 9.5l4 4 8-9',
  fail: 'M4 4.500l10 10M14 4.500l-10 10',
  unknown: 'M4 9.500h10',
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
