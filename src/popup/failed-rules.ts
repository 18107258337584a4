import { type Rule, rules } from '../core/index.ts';
import type { SessionView } from '../protocol/views.ts';

/** The rules that failed for any token which the session's verdict rests on, each once, the most severe first. */
export function listFailedRules({ verdict, inspections }: SessionView): readonly Rule[] {
  const failed = new Map<string, string>();
  for (const inspection of inspections) {
    if (inspection.verdict !== verdict) continue;
    for (const outcome of inspection.outcomes) {
      if (outcome.outcome === 'fail') failed.set(outcome.rule, outcome.severity);
    }
  }
  const order = ['danger', 'attention', 'note'];
  return rules
    .filter(({ id }) => failed.has(id))
    .sort((a, b) => order.indexOf(failed.get(a.id) ?? '') - order.indexOf(failed.get(b.id) ?? ''));
}

/** Name of a rule's message, e.g. `rule_key_foreign_title`. */
export const ruleMessage = (id: string, part: 'checks' | 'title' | 'explanation' | 'remedy') =>
  `rule_${id.replaceAll('-', '_')}_${part}`;
