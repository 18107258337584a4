import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { exchange } from '../../../src/core/issuers/exchange.ts';
import { keyAddressForeign } from '../../../src/core/rules/key-address-foreign.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';

const naming = (amurl: unknown, changes: Partial<Facts> = {}) =>
  answerOf(
    keyAddressForeign,
    factsOf({ issuer: issuerOf(exchange), claims: { appctx: { amurl } }, ...changes }),
  );

describe('key-address-foreign', () => {
  describe('passes', () => {
    test('the issuer’s own address', () => {
      expect(naming('https://outlook.office365.com:443/autodiscover/metadata/json/1')).toBe('pass');
    });
    test('no address', () => {
      expect(naming(undefined)).toBe('pass');
    });
    test('an issuer whose tokens name none', () => {
      expect(
        answerOf(
          keyAddressForeign,
          factsOf({ claims: { appctx: { amurl: 'https://x.example/' } } }),
        ),
      ).toBe('not-applicable');
    });
  });
  describe('fails', () => {
    test('another address, in the issuer’s own webmail', () => {
      expect(naming('https://evil.example/autodiscover/metadata/json/1')).toBe('fail:attention');
    });
    test('another address elsewhere, as servers of organisations’ own have it', () => {
      expect(naming('https://mail.contoso.example/x', { provider: null })).toBe('fail:note');
    });
  });
  describe('unknown', () => {
    test('an unknown issuer', () => {
      expect(naming('https://x.example/', { issuer: { kind: 'unknown', iss: 'x' } })).toBe(
        'not-applicable',
      );
    });
  });
  describe('hostile', () => {
    test.each([{}, [], 1, null])('an address that is no text: %j', (amurl) => {
      expect(naming(amurl)).toBe('pass');
    });
    test('an address that only begins like the issuer’s', () => {
      expect(naming('https://outlook.office365.com@evil.example/')).toBe('fail:attention');
    });
  });
});
