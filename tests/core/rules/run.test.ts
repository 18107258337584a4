import { describe, expect, test } from 'vitest';

import { rules } from '../../../src/core/index.ts';
import { fail, notApplicable, pass, type Rule, unknown } from '../../../src/core/rules/rule.ts';
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

test('each outcome names its rule, is frozen, and is the same object where nothing differs', () => {
  const all = [
    ruleOf('passing', () => pass),
    ruleOf('resting', () => notApplicable),
    ruleOf('asking', () => unknown('claim-missing')),
    ruleOf('failing', ({ token }) =>
      fail('note', [{ name: 'issuer', value: String(token.claims['iss']) }]),
    ),
  ];
  const first = runRules(factsOf(), all);
  const second = runRules(factsOf({ claims: { iss: 'other' } }), all);
  expect(first.map(({ rule }) => rule)).toEqual(['passing', 'resting', 'asking', 'failing']);
  expect(first.every((outcome) => Object.isFrozen(outcome))).toBe(true);
  expect(first.map((outcome, index) => outcome === second[index])).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(second[3]).toMatchObject({ evidence: [{ name: 'issuer', value: 'other' }] });
});

test('rules of one id in two lists do not answer for each other', () => {
  const answers = [ruleOf('same', () => pass), ruleOf('same', () => notApplicable)];
  expect(answers.map((rule) => runRules(factsOf(), [rule])[0]?.outcome)).toEqual([
    'pass',
    'not-applicable',
  ]);
});

test('what a rule needs decides before it is asked, in the order in which it names its needs', () => {
  const asked: string[] = [];
  const needing = (id: string, needs: Rule['needs'], essential: boolean): Rule => ({
    ...ruleOf(id, () => {
      asked.push(id);
      return pass;
    }),
    needs,
    essential,
  });
  const without = factsOf({
    issuer: { kind: 'absent' },
    provider: null,
    key: { kind: 'not-sought' },
  });
  expect(
    runRules(without, [
      needing('a', ['provider', 'known-issuer'], true),
      needing('b', ['selected-key', 'provider'], true),
      needing('c', ['known-issuer'], false),
      needing('d', [], true),
    ]),
  ).toEqual([
    { rule: 'a', outcome: 'unknown', reason: 'webmail-unknown' },
    { rule: 'b', outcome: 'unknown', reason: 'key-not-found' },
    { rule: 'c', outcome: 'not-applicable' },
    { rule: 'd', outcome: 'pass' },
  ]);
  expect(asked).toEqual(['d']);
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
