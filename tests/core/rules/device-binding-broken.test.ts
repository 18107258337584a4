import { describe, expect, test } from 'vitest';
import type { DeviceBindingFacts } from '../../../src/core/proof/device-binding.ts';
import { deviceBindingBroken } from '../../../src/core/rules/device-binding-broken.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const answer = (deviceBinding: DeviceBindingFacts) =>
  answerOf(deviceBindingBroken, factsOf({ deviceBinding }));
const answered = (
  signature: 'verified' | 'failed' | 'not-checked' | 'unseen',
  isNamed = false,
): DeviceBindingFacts => ({ kind: 'answered', signature, isNamed });

describe('device-binding-broken', () => {
  describe('passes', () => {
    test('a registration whose key made it', () => {
      expect(answer(answered('verified'))).toBe('pass');
    });
    test('a later answer of a session that the browser names', () => {
      expect(answer(answered('unseen', true))).toBe('pass');
    });
    test('no binding', () => {
      expect(answer({ kind: 'none' })).toBe('not-applicable');
    });
  });
  describe('fails', () => {
    test('an answer that another key made', () => {
      expect(answer(answered('failed', true))).toBe('fail:attention');
    });
    test('an answer of another form', () => {
      expect(answer({ kind: 'faulty', fault: 'kind' })).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('a key that the server alone knows, in an answer that a page could have written', () => {
      expect(answer(answered('unseen'))).toBe('unknown:binding-key-unseen');
    });
    test('a method that cannot be checked here', () => {
      expect(answer(answered('not-checked', true))).toBe('unknown:algorithm-unchecked');
    });
  });
  describe('hostile', () => {
    test('a private key in the answer', () => {
      expect(answer({ kind: 'faulty', fault: 'key-private' })).toBe('fail:attention');
    });
  });
});
