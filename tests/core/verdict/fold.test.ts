import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleOutcome } from '../../../src/core/index.ts';
import { rules } from '../../../src/core/index.ts';
import {
  foldVerdict,
  transitions,
  type VerdictEvent,
  type VerdictState,
} from '../../../src/core/verdict/fold.ts';

const expected: Record<VerdictState, Record<VerdictEvent, VerdictState>> = {
  open: {
    'pass-essential': 'verified',
    pass: 'open',
    'unknown-essential': 'undetermined',
    unknown: 'open',
    'fail-note': 'open',
    'fail-attention': 'attention',
    'fail-danger': 'danger',
    'not-applicable': 'open',
  },
  verified: {
    'pass-essential': 'verified',
    pass: 'verified',
    'unknown-essential': 'undetermined',
    unknown: 'verified',
    'fail-note': 'verified',
    'fail-attention': 'attention',
    'fail-danger': 'danger',
    'not-applicable': 'verified',
  },
  undetermined: {
    'pass-essential': 'undetermined',
    pass: 'undetermined',
    'unknown-essential': 'undetermined',
    unknown: 'undetermined',
    'fail-note': 'undetermined',
    'fail-attention': 'attention',
    'fail-danger': 'danger',
    'not-applicable': 'undetermined',
  },
  attention: {
    'pass-essential': 'attention',
    pass: 'attention',
    'unknown-essential': 'attention',
    unknown: 'attention',
    'fail-note': 'attention',
    'fail-attention': 'attention',
    'fail-danger': 'danger',
    'not-applicable': 'attention',
  },
  danger: {
    'pass-essential': 'danger',
    pass: 'danger',
    'unknown-essential': 'danger',
    unknown: 'danger',
    'fail-note': 'danger',
    'fail-attention': 'danger',
    'fail-danger': 'danger',
    'not-applicable': 'danger',
  },
};

const cells = Object.entries(expected).flatMap(([state, row]) =>
  Object.entries(row).map(([event, next]) => [state, event, next] as const),
);

test('the table has every cell', () => {
  expect(cells).toHaveLength(40);
  expect(transitions).toEqual(expected);
});

test.each(cells)('%s, then %s, becomes %s', (state, event, next) => {
  const row = Object.entries(transitions).find(([name]) => name === state)?.[1];
  expect(Object.entries(row ?? {}).find(([name]) => name === event)?.[1]).toBe(next);
});

describe('folding', () => {
  const essential = rules.filter((rule) => rule.essential).map((rule) => rule.id);
  const ids = rules.map((rule) => rule.id);
  const allPass: RuleOutcome[] = ids.map((rule) => ({ rule, outcome: 'pass' }));
  const outcome = fc.record({
    rule: fc.constantFrom(...ids),
    answer: fc.constantFrom<RuleOutcome>(
      { rule: '', outcome: 'pass' },
      { rule: '', outcome: 'not-applicable' },
      { rule: '', outcome: 'unknown', reason: 'claim-missing' },
      { rule: '', outcome: 'fail', severity: 'note', evidence: [] },
      { rule: '', outcome: 'fail', severity: 'attention', evidence: [] },
      { rule: '', outcome: 'fail', severity: 'danger', evidence: [] },
    ),
  });

  test('no outcomes at all are undetermined, never verified', () => {
    expect(foldVerdict([], rules)).toBe('undetermined');
  });
  test('all passed is verified', () => {
    expect(foldVerdict(allPass, rules)).toBe('verified');
  });
  test.each(essential)('without a pass of %s a token is never verified', (id) => {
    for (const answer of ['not-applicable', 'unknown'] as const) {
      const changed = allPass.map((entry): RuleOutcome => {
        if (entry.rule !== id) return entry;
        return answer === 'unknown'
          ? { rule: id, outcome: answer, reason: 'claim-missing' }
          : { rule: id, outcome: answer };
      });
      expect(foldVerdict(changed, rules)).toBe('undetermined');
    }
  });
  test.each(essential)('with %s failed, though only for a note, a token is not verified', (id) => {
    const changed = allPass.map(
      (entry): RuleOutcome =>
        entry.rule === id ? { rule: id, outcome: 'fail', severity: 'note', evidence: [] } : entry,
    );
    expect(foldVerdict(changed, rules)).toBe('undetermined');
  });
  test('the order of outcomes does not matter', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 12 }), fc.integer(), (entries, seed) => {
        const outcomes = entries.map(({ rule, answer }): RuleOutcome => ({ ...answer, rule }));
        const shuffled = [...outcomes].sort(
          (a, b) => hash(a.rule + a.outcome, seed) - hash(b.rule + b.outcome, seed),
        );
        expect(foldVerdict(shuffled, rules)).toBe(foldVerdict(outcomes, rules));
      }),
    );
  });
});

function hash(text: string, seed: number): number {
  let value = seed | 0;
  for (const letter of text) value = (Math.imul(value, 31) + letter.charCodeAt(0)) | 0;
  return value;
}
