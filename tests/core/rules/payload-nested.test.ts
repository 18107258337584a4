import { describe, expect, test } from 'vitest';
import { payloadNested } from '../../../src/core/rules/payload-nested.ts';
import { answerOf, factsOf, tokenOf } from '../../support/facts.ts';
import { assembleToken } from '../../support/tokens.ts';

const inner = assembleToken('{"alg":"RS256"}', '{}');

describe('payload-nested', () => {
  describe('passes', () => {
    test('a token of claims', () => {
      expect(answerOf(payloadNested, factsOf())).toBe('not-applicable');
    });
    test('a token in a claim', () => {
      expect(answerOf(payloadNested, factsOf({ claims: { actortoken: inner } }))).toBe(
        'not-applicable',
      );
    });
  });
  describe('fails', () => {
    test('a token that is all of another', () => {
      const token = tokenOf('{"alg":"RS256","cty":"JWT"}', inner);
      expect(answerOf(payloadNested, factsOf({ token }))).toBe('fail:note');
    });
  });
  describe('unknown', () => {
    test('a token that announces another and holds claims', () => {
      expect(answerOf(payloadNested, factsOf({ header: { cty: 'JWT' } }))).toBe('not-applicable');
    });
  });
  describe('hostile', () => {
    test('a wrapper without an algorithm', () => {
      const token = tokenOf('{"typ":"JWT"}', inner);
      expect(answerOf(payloadNested, factsOf({ token }))).toBe('fail:note');
    });
  });
});
