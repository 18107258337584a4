import type { Facts } from '../facts.ts';
import type { RuleOutcome } from '../inspection.ts';
import { isConfirmedAddress } from '../issuers/verifiability.ts';
import type { ReasonCode } from './reasons.ts';
import { type Need, notApplicable, type Outcome, pass, type Rule, unknown } from './rule.ts';

interface NeedCheck {
  readonly reason: ReasonCode;
  readonly isMet: (facts: Facts) => boolean;
}

const needs: Record<Need, NeedCheck> = {
  'known-issuer': { reason: 'issuer-unknown', isMet: ({ issuer }) => issuer.kind === 'known' },
  provider: { reason: 'webmail-unknown', isMet: ({ provider }) => provider !== null },
  'selected-key': { reason: 'key-not-found', isMet: ({ key }) => key.kind === 'selected' },
};

/**
 * What stays the same from token to token. Every rule runs for every new token, and nearly all answer `pass` or
 * `not-applicable`, so that making these outcomes anew would cost more than the rules themselves.
 */
interface Prepared {
  readonly rule: Rule;
  readonly needs: readonly NeedCheck[];
  readonly pass: RuleOutcome;
  readonly notApplicable: RuleOutcome;
}

/** By the list of rules, which is one and the same for every token. */
const prepared = new WeakMap<readonly Rule[], readonly Prepared[]>();

function prepareAll(rules: readonly Rule[]): readonly Prepared[] {
  const known = prepared.get(rules);
  if (known !== undefined) return known;
  const made = rules.map((rule) => ({
    rule,
    needs: rule.needs.map((need) => needs[need]),
    pass: withRule(rule, pass),
    notApplicable: withRule(rule, notApplicable),
  }));
  prepared.set(rules, made);
  return made;
}

const withRule = ({ id }: Rule, outcome: Outcome): RuleOutcome =>
  Object.freeze({ rule: id, ...outcome });

/** Runs every rule over the facts. A rule that throws answers `unknown: rule-crashed` and stops no other. */
export function runRules(facts: Facts, rules: readonly Rule[]): readonly RuleOutcome[] {
  return prepareAll(rules).map((known) => {
    const outcome = judge(known, facts);
    if (outcome === pass) return known.pass;
    return outcome === notApplicable ? known.notApplicable : withRule(known.rule, outcome);
  });
}

function judge({ rule, needs }: Prepared, facts: Facts): Outcome {
  for (const need of needs) {
    if (!need.isMet(facts)) return rule.essential ? unknown(need.reason) : notApplicable;
  }
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
