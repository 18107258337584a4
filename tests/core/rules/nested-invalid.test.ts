import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/core/index.ts';
import type { NestedFacts } from '../../../src/core/nested/inspect-nested.ts';
import { nestedInvalid } from '../../../src/core/rules/nested-invalid.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const layer = (place: NestedFacts['place'], verdict: Verdict): NestedFacts => ({
  place,
  verdict,
  failed: verdict === 'danger' || verdict === 'attention' ? ['some-rule'] : [],
});
const answer = (layers: readonly NestedFacts[], exceedsBounds = false) =>
  answerOf(nestedInvalid, factsOf({ nesting: { layers, exceedsBounds } }));

describe('nested-invalid', () => {
  describe('passes', () => {
    test('nothing inside', () => {
      expect(answer([])).toBe('not-applicable');
    });
    test('a genuine token inside', () => {
      expect(answer([layer('payload', 'verified')])).toBe('pass');
      expect(answer([layer('actortoken', 'verified'), layer('at', 'verified')])).toBe('pass');
    });
  });
  describe('fails', () => {
    test('a forged one', () => {
      expect(answer([layer('payload', 'danger')])).toBe('fail:danger');
      expect(answer([layer('actortoken', 'danger')])).toBe('fail:danger');
    });
    test('an unusual one that is the session, and one that is only carried', () => {
      expect(answer([layer('payload', 'attention')])).toBe('fail:attention');
      expect(answer([layer('id_token_hint', 'attention')])).toBe('fail:note');
    });
  });
  describe('unknown', () => {
    test.each(['undetermined', 'not-inspected'] as const)('one that is %s', (verdict) => {
      expect(answer([layer('payload', verdict)])).toBe('unknown:nested-unchecked');
      expect(answer([layer('at', 'verified'), layer('at', verdict)])).toBe(
        'unknown:nested-unchecked',
      );
    });
    test('more than are looked at', () => {
      expect(answer([], true)).toBe('unknown:nested-too-many');
      expect(answer([layer('at', 'verified')], true)).toBe('unknown:nested-too-many');
    });
  });
  describe('hostile', () => {
    test('a forged one among genuine ones, and among too many', () => {
      const layers = [layer('at', 'verified'), layer('id_token', 'danger')];
      expect(answer(layers)).toBe('fail:danger');
      expect(answer(layers, true)).toBe('fail:danger');
    });
    test('an unusual one in a claim does not soften a forged payload', () => {
      expect(answer([layer('at', 'attention'), layer('payload', 'danger')])).toBe('fail:danger');
    });
  });
});
