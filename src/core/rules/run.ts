import type { Facts } from '../facts.ts';
import type { RuleOutcome } from '../inspection.ts';
import { isConfirmedAddress } from '../issuers/verifiability.ts';
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
    return quieten(rule, facts, rule.check(facts));
  } catch {
    return unknown('rule-crashed');
  }
}

/** A key from an address that nobody could confirm may be somebody else's: what a rule finds in it is worth a note at most. */
function quieten(rule: Rule, { issuer, key }: Facts, outcome: Outcome): Outcome {
  if (outcome.outcome !== 'fail' || outcome.severity === 'note') return outcome;
  if (!rule.needs.includes('selected-key') || key.kind !== 'selected') return outcome;
  if (issuer.kind !== 'known' || isConfirmedAddress(issuer.issuer, key.url)) return outcome;
  return Object.freeze({ ...outcome, severity: 'note' });
}
