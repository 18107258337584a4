import { describe, expect, test } from 'vitest';
import { issuerVersionMismatch } from '../../../src/core/rules/issuer-version-mismatch.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('issuer-version-mismatch', () => {
  describe('passes', () => {
    test('version 1.0 of the old name', () => {
      expect(answerOf(issuerVersionMismatch, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('version 2.0 of the old name', () => {
      expect(answerOf(issuerVersionMismatch, factsOf({ claims: { ver: '2.0' } }))).toBe(
        'fail:attention',
      );
    });
  });
  describe('unknown', () => {
    test('no version', () => {
      expect(answerOf(issuerVersionMismatch, factsOf({ claims: { ver: undefined } }))).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test('a version that is a number', () => {
      expect(answerOf(issuerVersionMismatch, factsOf({ claims: { ver: 2 } }))).toBe(
        'not-applicable',
      );
    });
  });
});
