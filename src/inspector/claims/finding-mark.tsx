import type { VNode } from 'preact';
import type { Severity } from '../../core/index.ts';
import { text } from '../../protocol/client.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { ruleMessage } from '../../ui/rule-message.ts';
import type { FailedOutcome } from './places.ts';

const icons: Readonly<Record<Severity, IconName>> = {
  danger: 'cross',
  attention: 'warning',
  note: 'info',
};

/** How bad a finding is, in a word with a drawing. */
export function SeverityBadge({ severity }: { readonly severity: Severity }): VNode {
  return (
    <span class={`badge badge-${severity}`}>
      <Icon name={icons[severity]} />
      {text(`inspector_severity_${severity}`)}
    </span>
  );
}

/** A finding in a line, at the claim that it concerns. */
export function FindingMark({ finding }: { readonly finding: FailedOutcome }): VNode {
  return (
    <span class="finding-mark" data-rule={finding.rule}>
      <SeverityBadge severity={finding.severity} /> {text(ruleMessage(finding.rule, 'title'))}
    </span>
  );
}
