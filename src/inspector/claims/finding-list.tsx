import type { VNode } from 'preact';
import type { Severity } from '../../core/index.ts';
import { text, uiLanguage } from '../../protocol/client.ts';
import { rowOf } from '../../ui/evidence-row.ts';
import { formatMoment } from '../../ui/format.ts';
import { Hostile } from '../../ui/hostile.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ruleMessage } from '../../ui/rule-message.ts';
import { SeverityBadge } from './finding-mark.tsx';
import type { FailedOutcome } from './places.ts';

const order: readonly Severity[] = ['danger', 'attention', 'note'];

/** Everything that was found, the worst first: what, why it matters, what to do, and the evidence. */
export function FindingList({
  findings,
}: {
  readonly findings: readonly FailedOutcome[];
}): VNode | null {
  if (findings.length === 0) return null;
  const sorted = [...findings].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  return (
    <ul class="findings">
      {sorted.map((finding) => (
        <Finding finding={finding} key={finding.rule} />
      ))}
    </ul>
  );
}

function Finding({ finding }: { readonly finding: FailedOutcome }): VNode {
  const { rule, severity, evidence, acceptedAtMs } = finding;
  return (
    <li class="finding" data-rule={rule} data-severity={severity}>
      <h4>
        <SeverityBadge severity={severity} /> {text(ruleMessage(rule, 'title'))}
      </h4>
      {acceptedAtMs !== undefined && (
        <p class="finding-accepted">
          <Icon name="check" />
          {text('inspector_accepted', [formatMoment(acceptedAtMs, uiLanguage())])}
        </p>
      )}
      <p>{text(ruleMessage(rule, 'explanation'))}</p>
      <p class="finding-remedy">{text(ruleMessage(rule, 'remedy'))}</p>
      {evidence.length > 0 && (
        <dl class="facts">
          {evidence
            .map((piece) => rowOf(piece, uiLanguage()))
            .filter(({ value }) => value !== '')
            .map(({ label, value, isExact, isFormatted }) => (
              <div key={`${label} ${value}`}>
                <dt>{text(label)}</dt>
                <dd class={isExact ? 'exact' : undefined}>
                  {isFormatted ? <bdi>{value}</bdi> : <Hostile value={value} />}
                </dd>
              </div>
            ))}
        </dl>
      )}
      <p class="hint">
        {text('inspector_rule')} <code>{rule}</code>
      </p>
    </li>
  );
}
