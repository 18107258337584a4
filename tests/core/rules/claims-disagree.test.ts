import { describe, expect, test } from 'vitest';
import type { SeenToken } from '../../../src/core/index.ts';
import { claimsDisagree } from '../../../src/core/rules/claims-disagree.ts';
import { noCompanions } from '../../../src/core/token/companions.ts';
import { answerOf, factsOf } from '../../support/facts.ts';
import { earlierOf, factsAfter, seenOf } from '../../support/history.ts';
import { enterpriseTenant, otherTenant } from '../../support/tokens.ts';

const compare = (earlier: Partial<SeenToken>, now: Partial<SeenToken> = {}) =>
  answerOf(claimsDisagree, factsAfter([earlierOf(earlier)], now));
const inOneSignIn = { sid: 'one-sign-in' };
const idToken = { kind: 'id', audience: 'outlook', application: null } as const;
const besideAccess = (tenant: string, object: string) =>
  factsOf({ companions: { ...noCompanions, accessTokenAccount: { tenant, object } } });
const ownObject = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

describe('claims-disagree', () => {
  describe('passes', () => {
    test('an ID token and an access token of one sign-in', () => {
      expect(compare({ ...idToken, ...inOneSignIn, subject: 'ada-for-client' }, inOneSignIn)).toBe(
        'pass',
      );
    });
    test('two accounts, each with a sign-in of its own', () => {
      expect(compare({ object: 'bob', sid: 'another' }, inOneSignIn)).toBe('pass');
      expect(compare({ object: 'bob' })).toBe('pass');
    });
    test('another number of an account for another audience', () => {
      expect(compare({ audience: 'graph', subject: 'ada-for-graph' })).toBe('pass');
    });
    test('an access token whose number is made for the resource, not for the application', () => {
      expect(compare({ subject: 'other-form' })).toBe('pass');
    });
    test('a claim that only one of them has', () => {
      expect(compare({ puid: '1003', sid: 'x', object: null }, { puid: null })).toBe('pass');
    });
    test('an access token beside its own ID token', () => {
      expect(answerOf(claimsDisagree, besideAccess(enterpriseTenant, ownObject))).toBe(
        'not-applicable',
      );
    });
    test('a verified token after one that was called forged', () => {
      expect(compare({ ...inOneSignIn, object: 'eve', signature: 'failed' }, inOneSignIn)).toBe(
        'not-applicable',
      );
    });
  });
  describe('fails', () => {
    test('two accounts in one sign-in', () => {
      expect(compare({ ...inOneSignIn, object: 'eve' }, inOneSignIn)).toBe('fail:attention');
      expect(compare({ ...inOneSignIn, ...idToken, object: 'eve' }, inOneSignIn)).toBe(
        'fail:attention',
      );
    });
    test('two numbers of one account at one application', () => {
      expect(compare({ ...idToken, subject: 'eve-for-client' }, idToken)).toBe('fail:attention');
    });
    test('two accounts under one number at one application', () => {
      expect(compare({ ...idToken, object: 'eve' }, idToken)).toBe('fail:attention');
    });
    test('another old number of the same account is worth a note, for nobody has documented it', () => {
      expect(compare({ puid: '1003AA' }, { puid: '1003BB' })).toBe('fail:note');
      expect(compare({ puid: '1003AA', object: 'eve' }, { puid: '1003AA' })).toBe('fail:note');
    });
    test('the worst of several is told', () => {
      const puid = earlierOf({ fingerprint: 'a', puid: '1' });
      const sid = earlierOf({ fingerprint: 'b', object: 'eve', ...inOneSignIn });
      const now = { puid: '2', ...inOneSignIn };
      expect(answerOf(claimsDisagree, factsAfter([puid, sid], now))).toBe('fail:attention');
      expect(answerOf(claimsDisagree, factsAfter([sid, puid], now))).toBe('fail:attention');
    });
    test('an access token of somebody else beside an ID token', () => {
      expect(answerOf(claimsDisagree, besideAccess(enterpriseTenant, 'eve'))).toBe(
        'fail:attention',
      );
    });
  });
  describe('unknown', () => {
    test('nothing is remembered', () => {
      expect(answerOf(claimsDisagree, factsOf())).toBe('not-applicable');
    });
    test('only the token itself is remembered', () => {
      expect(answerOf(claimsDisagree, factsAfter([seenOf(inOneSignIn)], inOneSignIn))).toBe(
        'not-applicable',
      );
    });
    test('a token without a tenant', () => {
      expect(compare({ tenant: null, ...inOneSignIn }, { tenant: null, ...inOneSignIn })).toBe(
        'not-applicable',
      );
    });
    test('a guest keeps the sign-in and is another account in another organisation', () => {
      const abroad = { tenant: otherTenant, object: 'ada-as-guest', ...inOneSignIn };
      expect(compare(abroad, inOneSignIn)).toBe('not-applicable');
      expect(answerOf(claimsDisagree, besideAccess(otherTenant, 'ada-as-guest'))).toBe(
        'not-applicable',
      );
    });
    test('another issuer', () => {
      expect(compare({ issuer: 'exchange', object: 'x', ...inOneSignIn }, inOneSignIn)).toBe(
        'not-applicable',
      );
    });
    test('a program has no sign-in', () => {
      expect(compare({ object: 'x', isOfProgram: true, ...inOneSignIn }, inOneSignIn)).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test('accounts that are no text compare with nothing', () => {
      expect(compare({ ...inOneSignIn, object: null }, { ...inOneSignIn, object: null })).toBe(
        'pass',
      );
    });
    test('an ID token without account beside an access token', () => {
      const facts = besideAccess(enterpriseTenant, 'eve');
      const without = factsOf({ claims: { oid: undefined }, companions: facts.companions });
      expect(answerOf(claimsDisagree, without)).toBe('not-applicable');
    });
  });
});
