import type { Facts } from '../facts.ts';
import type { RuleOutcome } from '../inspection.ts';
import type { ReasonCode } from './reasons.ts';
import { type Need, notApplicable, type Outcome, type Rule, unknown } from './rule.ts';

const needs: Record<
  Need,
  { readonly reason: ReasonCode; readonly isMet: (facts: Facts) => boolean }
> = {
  'known-issuer': { reason: 'issuer-unknown', isMet: ({ issuer }) => issuer.kind === 'known' },
  provider: { reason: 'webmail-unknown', isMet: ({ provider }) => provider !== null },
  'selected-key': { reason: 'key-not-found', isMet: ({ key }) => key.kind === 'selected' },
};

/** Runs every rule over the facts. A rule that throws answers `unknown: rule-crashed` and stops no other. */
export function runRules(facts: Facts, rules: readonly Rule[]): readonly RuleOutcome[] {
  return rules.map((rule) => Object.freeze({ rule: rule.id, ...judge(rule, facts) }));
}

function judge(rule: Rule, facts: Facts): Outcome {
  const unmet = rule.needs.find((need) => !needs[need].isMet(facts));
  if (unmet) return rule.essential ? unknown(needs[unmet].reason) : notApplicable;
  try {
    return rule.check(facts);
  } catch {
    return unknown('rule-crashed');
  }
}
