import { describe, expect, test } from 'vitest';
import type { ProofFacts } from '../../../src/core/proof/proof.ts';
import { proofForOtherRequest } from '../../../src/core/rules/proof-for-other-request.ts';
import { answerOf, factsOf, soundProof } from '../../support/facts.ts';

const answer = (proof: ProofFacts) => answerOf(proofForOtherRequest, factsOf({ proof }));

describe('proof-for-other-request', () => {
  describe('passes', () => {
    test('a proof for this request', () => {
      expect(answer(soundProof)).toBe('pass');
    });
    test('no proof', () => {
      expect(answer({ kind: 'none' })).toBe('not-applicable');
    });
  });
  describe('fails', () => {
    test('another method, another address, both', () => {
      expect(answer({ ...soundProof, method: 'other' })).toBe('fail:attention');
      expect(answer({ ...soundProof, address: 'other' })).toBe('fail:attention');
      const outcome = proofForOtherRequest.check(
        factsOf({ proof: { ...soundProof, method: 'other', address: 'other' } }),
      );
      expect(outcome).toMatchObject({ evidence: [{ name: 'detail', value: 'htm, htu' }] });
    });
  });
  describe('unknown', () => {
    test('a request of which nothing is known', () => {
      expect(answer({ ...soundProof, address: 'unknown' })).toBe('unknown:request-unknown');
      expect(answer({ ...soundProof, method: 'unknown' })).toBe('unknown:request-unknown');
    });
  });
  describe('hostile', () => {
    test('one unknown does not hide the other', () => {
      expect(answer({ ...soundProof, method: 'unknown', address: 'other' })).toBe('fail:attention');
    });
    test('a proof that cannot be read is named by another rule', () => {
      expect(answer({ kind: 'faulty', fault: 'malformed' })).toBe('not-applicable');
    });
  });
});
