import { describe, expect, test } from 'vitest';
import { noContext, type UseContext } from '../../../src/core/index.ts';
import { possessionUnproven } from '../../../src/core/rules/possession-unproven.ts';
import { answerOf, factsOf } from '../../support/facts.ts';

const answer = (cnf: unknown, context: Partial<UseContext> = {}) =>
  answerOf(
    possessionUnproven,
    factsOf({ claims: { cnf }, context: { ...noContext, presentedAs: 'bearer', ...context } }),
  );
const jkt = { jkt: 'x' };

describe('possession-unproven', () => {
  describe('passes', () => {
    test('a token without binding is not judged', () => {
      expect(answerOf(possessionUnproven, factsOf())).toBe('not-applicable');
    });
    test('a token that was presented with a proof', () => {
      expect(answer(jkt, { presentedAs: 'dpop', proofs: ['x'] })).toBe('pass');
      expect(answer(undefined, { presentedAs: 'dpop', proofs: ['x'] })).toBe('pass');
    });
    test('a token that came in a signed request', () => {
      expect(answer({ kid: 'x' }, { presentedAs: 'pop', proofs: ['x'] })).toBe('pass');
    });
    test.each(['storage', 'cookie', 'id-token', 'parameter', 'nested', 'unknown'] as const)(
      'a bound token that was not used as a plain one: %s',
      (presentedAs) => {
        expect(answer(jkt, { presentedAs })).toBe('not-applicable');
      },
    );
  });
  describe('fails', () => {
    test('a token that is bound to a key of proofs', () => {
      expect(answer(jkt)).toBe('fail:attention');
      expect(answer(jkt, { presentedAs: 'msauth' })).toBe('fail:attention');
    });
    test('presented for a proof, without one', () => {
      expect(answer(jkt, { presentedAs: 'dpop' })).toBe('fail:attention');
      expect(answer(undefined, { presentedAs: 'dpop' })).toBe('fail:attention');
    });
    test('presented as one that is in a signed request, and is in none', () => {
      expect(answer({ kid: 'x' }, { presentedAs: 'pop' })).toBe('fail:attention');
    });
    test('with a proof under the wrong word', () => {
      expect(answer(jkt, { proofs: ['x'] })).toBe('fail:note');
    });
    test('a binding of another kind, as Microsoft’s libraries make it', () => {
      expect(answer({ kid: 'x' })).toBe('fail:note');
    });
  });
  describe('unknown', () => {
    test('a binding to the certificate of the connection, which goes with plain use', () => {
      expect(answer({ 'x5t#S256': 'x' })).toBe('unknown:possession-unseen');
    });
    test('a claim of another name', () => {
      expect(answerOf(possessionUnproven, factsOf({ claims: { xms_cnf: {} } }))).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test.each([null, [], [jkt], 'jkt', 1, {}, { jkt: 1 }])('a binding that is none: %j', (cnf) => {
      expect(answer(cnf)).toBe('fail:note');
    });
    test('a second binding hides nothing', () => {
      expect(answer({ 'x5t#S256': 'x', jkt: 'x' })).toBe('fail:attention');
    });
    test('a name like a prototype', () => {
      expect(answer(JSON.parse('{"__proto__":{"jkt":"x"}}'))).toBe('fail:note');
    });
  });
});
