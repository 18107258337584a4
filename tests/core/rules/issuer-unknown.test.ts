import { describe, expect, test } from 'vitest';
import { issuerUnknown } from '../../../src/core/rules/issuer-unknown.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

describe('issuer-unknown', () => {
  describe('passes', () => {
    test('a known issuer', () => {
      expect(answerOf(issuerUnknown, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('an unknown one', () => {
      expect(
        answerOf(
          issuerUnknown,
          factsOf({ issuer: { kind: 'unknown', iss: 'https://sso.example.org' } }),
        ),
      ).toBe('fail:note');
    });
    test('none', () => {
      expect(answerOf(issuerUnknown, factsOf({ issuer: { kind: 'absent' } }))).toBe('fail:note');
    });
  });
  describe('unknown', () => {
    test('is never an alarm', () => {
      expect(
        answerOf(
          issuerUnknown,
          factsOf({ issuer: { kind: 'unknown', iss: 'http://localhost:8080' } }),
        ),
      ).toBe('fail:note');
    });
  });
  describe('hostile', () => {
    test('a very long name', () => {
      expect(
        answerOf(issuerUnknown, factsOf({ issuer: { kind: 'unknown', iss: 'x'.repeat(1e5) } })),
      ).toBe('fail:note');
    });
  });
});
