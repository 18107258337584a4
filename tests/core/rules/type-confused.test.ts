import { describe, expect, test } from 'vitest';
import { noContext, type Presentation } from '../../../src/core/index.ts';
import { typeConfused } from '../../../src/core/rules/type-confused.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import type { Claims } from '../../support/tokens.ts';

describe('type-confused', () => {
  describe('passes', () => {
    test('JWT', () => {
      expect(answerOf(typeConfused, factsOf())).toBe('pass');
    });
    test('no kind', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: undefined } }))).toBe('pass');
    });
    test('at+jwt', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'at+jwt' } }))).toBe('pass');
    });
  });
  describe('fails', () => {
    test('dpop+jwt', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'dpop+jwt' } }))).toBe(
        'fail:attention',
      );
    });
    test('logout+jwt', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'logout+jwt' } }))).toBe(
        'fail:attention',
      );
    });
    test('application/secevent+jwt', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'application/secevent+jwt' } }))).toBe(
        'fail:attention',
      );
    });
    test('DPoP+JWT', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'DPoP+JWT' } }))).toBe(
        'fail:attention',
      );
    });
    test('a logout token by its claim', () => {
      expect(answerOf(typeConfused, factsOf({ claims: { events: {} } }))).toBe('fail:attention');
    });
  });
  describe('an ID token', () => {
    const idClaims = { nonce: 'n', appid: undefined };
    const used = (presentedAs: Presentation, claims: Claims = idClaims, header: Claims = {}) =>
      answerOf(typeConfused, factsOf({ claims, header, context: { ...noContext, presentedAs } }));
    test('as a bearer token is worth a note: some services want it', () => {
      expect(used('bearer')).toBe('fail:note');
      expect(used('bearer', { at_hash: 'x', appid: undefined })).toBe('fail:note');
    });
    test('that is an access token too, or has permissions, is not confused', () => {
      expect(used('bearer', { nonce: 'n' })).toBe('pass');
      expect(used('bearer', { ...idClaims, scp: 'Mail.Read' })).toBe('pass');
      expect(used('bearer', { ...idClaims, roles: ['User'] })).toBe('pass');
    });
    test('in its own place is at home', () => {
      expect(used('id-token')).toBe('pass');
      expect(used('id-token', { appid: undefined })).toBe('pass');
      expect(used('id-token', { nonce: 'n' })).toBe('pass');
    });
    test('has an access token in its place', () => {
      expect(used('id-token', {})).toBe('fail:attention');
      expect(used('id-token', { appid: undefined, scp: 'Mail.Read' })).toBe('fail:attention');
    });
    test('has a proof or a token for signing out in its place', () => {
      expect(used('id-token', idClaims, { typ: 'dpop+jwt' })).toBe('fail:attention');
      expect(used('id-token', { ...idClaims, events: {} })).toBe('fail:attention');
    });
    test.each(['storage', 'cookie', 'parameter', 'nested'] as const)(
      'or anything else that is no session is not used as one: %s',
      (presentedAs) => {
        expect(used(presentedAs)).toBe('not-applicable');
        expect(used(presentedAs, {}, { typ: 'oauth-authz-req+jwt' })).toBe('not-applicable');
      },
    );
    test.each(['dpop', 'pop', 'msauth', 'other-scheme', 'unknown'] as const)(
      'a proof as a session: %s',
      (presentedAs) => {
        expect(used(presentedAs, {}, { typ: 'dpop+jwt' })).toBe('fail:attention');
        expect(used(presentedAs)).toBe('pass');
      },
    );
  });
  describe('unknown', () => {
    test('a kind that nobody knows', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: 'thing+jwt' } }))).toBe('pass');
    });
  });
  describe('hostile', () => {
    test('a kind that is an object', () => {
      expect(answerOf(typeConfused, factsOf({ header: { typ: { toString: 1 } } }))).toBe('pass');
    });
  });
});
