import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { keySwapped } from '../../../src/core/rules/key-swapped.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';

const swapped = (): Partial<Facts> => {
  const facts = factsOf();
  if (facts.key.kind !== 'selected') throw new Error('no key');
  return { key: { ...facts.key, isSwapped: true } };
};

describe('key-swapped', () => {
  describe('passes', () => {
    test('the same key as ever', () => {
      expect(answerOf(keySwapped, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('an exchanged key of an issuer that names keys by certificate', () => {
      expect(answerOf(keySwapped, factsOf(swapped()))).toBe('fail:danger');
    });
    test('of another issuer', () => {
      expect(answerOf(keySwapped, factsOf({ ...swapped(), issuer: issuerOf(google) }))).toBe(
        'fail:attention',
      );
    });
  });
  describe('unknown', () => {
    test('no key', () => {
      expect(answerOf(keySwapped, factsOf({ key: { kind: 'not-findable' } }))).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test('an unknown issuer', () => {
      expect(
        answerOf(keySwapped, factsOf({ ...swapped(), issuer: { kind: 'unknown', iss: 'x' } })),
      ).toBe('not-applicable');
    });
  });
});
