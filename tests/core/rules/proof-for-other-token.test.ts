import { describe, expect, test } from 'vitest';
import type { ProofFacts } from '../../../src/core/proof/proof.ts';
import { proofForOtherToken } from '../../../src/core/rules/proof-for-other-token.ts';
import { answerOf, factsOf, soundProof } from '../../support/facts.ts';

const answer = (proof: ProofFacts) => answerOf(proofForOtherToken, factsOf({ proof }));

describe('proof-for-other-token', () => {
  describe('passes', () => {
    test('a proof for this token, with its key', () => {
      expect(answer(soundProof)).toBe('pass');
    });
    test('no proof', () => {
      expect(answer({ kind: 'none' })).toBe('not-applicable');
    });
  });
  describe('fails', () => {
    test('another key', () => {
      expect(answer({ ...soundProof, key: 'other' })).toBe('fail:danger');
    });
    test('another token under the right key', () => {
      expect(answer({ ...soundProof, token: 'other' })).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('a token that does not name its key', () => {
      expect(answer({ ...soundProof, key: 'unknown' })).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('another key and another token', () => {
      expect(answer({ ...soundProof, key: 'other', token: 'other' })).toBe('fail:danger');
    });
    test('another token where no key is named', () => {
      expect(answer({ ...soundProof, key: 'unknown', token: 'other' })).toBe('fail:attention');
    });
    test('a proof that cannot be read is named by another rule', () => {
      expect(answer({ kind: 'faulty', fault: 'key-private' })).toBe('not-applicable');
    });
  });
});
