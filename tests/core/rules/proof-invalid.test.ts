import { describe, expect, test } from 'vitest';
import type { ProofFacts, ProofFault } from '../../../src/core/proof/proof.ts';
import { maxProofAgeSeconds, proofInvalid } from '../../../src/core/rules/proof-invalid.ts';
import { answerOf, factsOf, soundProof } from '../../support/facts.ts';

const answer = (proof: ProofFacts) => answerOf(proofInvalid, factsOf({ proof }));
const faulty = (fault: ProofFault) => answer({ kind: 'faulty', fault });

describe('proof-invalid', () => {
  describe('passes', () => {
    test('a proof that was made with its key', () => {
      expect(answer(soundProof)).toBe('pass');
    });
    test('no proof', () => {
      expect(answer({ kind: 'none' })).toBe('not-applicable');
    });
    test('as old as may be, on either side', () => {
      expect(answer({ ...soundProof, ageSeconds: maxProofAgeSeconds })).toBe('pass');
      expect(answer({ ...soundProof, ageSeconds: -maxProofAgeSeconds })).toBe('pass');
    });
    test('an old one that answers the server’s nonce', () => {
      expect(answer({ ...soundProof, ageSeconds: 86_400, hasNonce: true })).toBe('pass');
    });
  });
  describe('fails', () => {
    test('a signature of another key', () => {
      expect(answer({ ...soundProof, signature: 'failed' })).toBe('fail:danger');
    });
    test.each(['algorithm-without-key', 'key-private'] as const)('dangerous: %s', (fault) => {
      expect(faulty(fault)).toBe('fail:danger');
    });
    test.each([
      'several',
      'too-long',
      'malformed',
      'kind',
      'extension',
      'key-missing',
      'claims-missing',
    ] as const)('unusual: %s', (fault) => {
      expect(faulty(fault)).toBe('fail:attention');
    });
    test('a second too old, and a second too early', () => {
      const late = maxProofAgeSeconds + 1;
      expect(answer({ ...soundProof, ageSeconds: late })).toBe('fail:attention');
      expect(answer({ ...soundProof, ageSeconds: -late })).toBe('fail:attention');
    });
  });
  describe('unknown', () => {
    test('when it was sent is not known, and no server decides about its age', () => {
      expect(answer({ ...soundProof, ageSeconds: null })).toBe('unknown:request-unknown');
      expect(answer({ ...soundProof, ageSeconds: null, hasNonce: true })).toBe('pass');
    });
    test('a method of signing that cannot be checked here', () => {
      expect(answer({ ...soundProof, signature: 'not-checked' })).toBe(
        'unknown:algorithm-unchecked',
      );
    });
  });
  describe('hostile', () => {
    test('an unknown time does not excuse a signature', () => {
      expect(answer({ ...soundProof, ageSeconds: null, signature: 'failed' })).toBe('fail:danger');
    });
    test('a nonce does not excuse a signature', () => {
      expect(answer({ ...soundProof, hasNonce: true, signature: 'failed' })).toBe('fail:danger');
    });
    test('a time at the end of all times', () => {
      expect(answer({ ...soundProof, ageSeconds: -1e308 })).toBe('fail:attention');
    });
  });
});
