import type { RuleOutcome, Severity } from '../core/index.ts';
import type { SessionView } from '../protocol/views.ts';

export interface FailedRule {
  readonly id: string;
  readonly severity: Severity;
}

const order: readonly Severity[] = ['danger', 'attention', 'note'];

/**
 * The rules that failed for any token which the session's verdict rests on, each once with its worst severity, the most severe first.
 * Outcomes stand in the order of the rules, and so do these.
 */
export function listFailedRules({ verdict, inspections }: SessionView): readonly FailedRule[] {
  const failed = new Map<string, Severity>();
  for (const inspection of inspections) {
    if (inspection.verdict !== verdict) continue;
    for (const outcome of inspection.outcomes) note(failed, outcome);
  }
  return [...failed]
    .map(([id, severity]) => ({ id, severity }))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function note(failed: Map<string, Severity>, outcome: RuleOutcome): void {
  if (outcome.outcome !== 'fail' || outcome.acceptedAtMs !== undefined) return;
  const known = failed.get(outcome.rule);
  if (known === undefined || order.indexOf(outcome.severity) < order.indexOf(known)) {
    failed.set(outcome.rule, outcome.severity);
  }
}

export { ruleMessage } from '../ui/rule-message.ts';
