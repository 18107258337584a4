import type { VNode } from 'preact';
import type { RuleOutcome } from '../../core/index.ts';
import { text, uiLanguage } from '../../protocol/client.ts';
import { Icon } from '../../ui/icon.tsx';
import { ruleMessage } from '../../ui/rule-message.ts';

/** What passed and what could not be checked, as two lines that open; what did not apply is left out. */
export function CheckList({ outcomes }: { readonly outcomes: readonly RuleOutcome[] }): VNode {
  const open = outcomes.flatMap((one) => (one.outcome === 'unknown' ? [one] : []));
  const passed = outcomes.filter(({ outcome }) => outcome === 'pass');
  const count = (list: readonly unknown[]) =>
    new Intl.NumberFormat(uiLanguage()).format(list.length);
  return (
    <>
      {open.length > 0 && (
        <details class="checks" data-outcome="unknown">
          <summary>{text('inspector_checks_open', [count(open)])}</summary>
          <ul>
            {open.map(({ rule, reason }) => (
              <li key={rule}>
                <Icon name="dash" />
                <span>
                  {text(ruleMessage(rule, 'checks'))}
                  <span class="hint">{text(`reason_${reason.replaceAll('-', '_')}`)}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {passed.length > 0 && (
        <details class="checks" data-outcome="pass">
          <summary>{text('checks_passed', [count(passed)])}</summary>
          <ul>
            {passed.map(({ rule }) => (
              <li key={rule}>
                <Icon name="check" />
                <span>{text(ruleMessage(rule, 'checks'))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
