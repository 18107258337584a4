import { describe, expect, test } from 'vitest';

import { rules } from '../../../src/core/index.ts';
import { pass, type Rule } from '../../../src/core/rules/rule.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { factsOf } from '../../support/facts.ts';

const template = rules[0];
if (!template) throw new Error('there are no rules');
const ruleOf = (id: string, check: Rule['check']): Rule => ({ ...template, id, check });

test('a rule that throws says so and stops no other', () => {
  const crash = ruleOf('crash', () => {
    throw new Error('bug');
  });
  const outcomes = runRules(factsOf(), [crash, ruleOf('calm', () => pass)]);
  expect(outcomes).toEqual([
    { rule: 'crash', outcome: 'unknown', reason: 'rule-crashed' },
    { rule: 'calm', outcome: 'pass' },
  ]);
});

describe('every rule', () => {
  test('passes a genuine token', () => {
    expect(rules.length).toBeGreaterThanOrEqual(9);
    for (const outcome of runRules(factsOf(), rules)) {
      expect(['pass', 'not-applicable'], outcome.rule).toContain(outcome.outcome);
    }
  });
  test('has a title, an explanation, a remedy and a standard to point to', () => {
    for (const rule of rules) {
      for (const text of [rule.checks, rule.title, rule.explanation, rule.remedy]) {
        expect(text.length, rule.id).toBeGreaterThan(20);
      }
      expect(rule.spec.length, rule.id).toBeGreaterThan(0);
    }
  });
  test('has an id of its own', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });
});
