import { describe, expect, test } from 'vitest';
import { possessionUnproven } from '../../../src/core/rules/possession-unproven.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('possession-unproven', () => {
  describe('passes', () => {
    test('a token without binding is not judged', () => {
      expect(answerOf(possessionUnproven, factsOf())).toBe('not-applicable');
    });
  });
  describe('fails', () => {
    test('a bound token', () => {
      expect(answerOf(possessionUnproven, factsOf({ claims: { cnf: { jkt: 'x' } } }))).toBe(
        'fail:note',
      );
    });
  });
  describe('unknown', () => {
    test('a claim of another name', () => {
      expect(answerOf(possessionUnproven, factsOf({ claims: { xms_cnf: {} } }))).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test('a binding that is null', () => {
      expect(answerOf(possessionUnproven, factsOf({ claims: { cnf: null } }))).toBe('fail:note');
    });
  });
});
