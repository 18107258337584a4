import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/core/facts.ts';
import { zoho } from '../../../src/core/issuers/zoho.ts';
import { encodingNotCanonical } from '../../../src/core/rules/encoding-not-canonical.ts';
import { decodeCredential } from '../../../src/core/token/decode.ts';
import { answerOf, factsOf, issuerOf, tokenOf } from '../../support/facts.ts';
import { encodeSegment } from '../../support/tokens.ts';

const padded = (): Partial<Facts> => {
  const token = decodeCredential(
    `${encodeSegment('{"alg":"RS256" }')}==.${encodeSegment('{}')}.AAAA`,
  );
  if (token.kind !== 'jws') throw new Error('not read');
  return { token };
};

describe('encoding-not-canonical', () => {
  describe('passes', () => {
    test('the one correct form', () => {
      expect(answerOf(encodingNotCanonical, factsOf())).toBe('pass');
    });
  });
  describe('fails', () => {
    test('padding', () => {
      expect(answerOf(encodingNotCanonical, factsOf(padded()))).toBe('fail:attention');
    });
    test('Zoho, who always does that', () => {
      expect(answerOf(encodingNotCanonical, factsOf({ ...padded(), issuer: issuerOf(zoho) }))).toBe(
        'fail:note',
      );
    });
  });
  describe('unknown', () => {
    test('an unknown issuer', () => {
      expect(
        answerOf(encodingNotCanonical, factsOf({ ...padded(), issuer: { kind: 'absent' } })),
      ).toBe('fail:attention');
    });
  });
  describe('hostile', () => {
    test('spare bits of an issuer that may pad', () => {
      const token = tokenOf('{"alg":"RS256"}', '{}', 'AAB');
      expect(answerOf(encodingNotCanonical, factsOf({ token, issuer: issuerOf(zoho) }))).toBe(
        'fail:attention',
      );
    });
    test('spare bits under the padding of an issuer that may pad', () => {
      const token = tokenOf('{"alg":"RS256"}', '{}', 'AAB=');
      expect(answerOf(encodingNotCanonical, factsOf({ token, issuer: issuerOf(zoho) }))).toBe(
        'fail:attention',
      );
    });
    test('the old alphabet of an issuer that may pad', () => {
      const token = tokenOf('{"alg":"RS256"}', '{}', '//8=');
      expect(answerOf(encodingNotCanonical, factsOf({ token, issuer: issuerOf(zoho) }))).toBe(
        'fail:attention',
      );
    });
    test('spare bits in the signature', () => {
      expect(
        answerOf(encodingNotCanonical, factsOf({ token: tokenOf('{"alg":"RS256"}', '{}', 'AAB') })),
      ).toBe('fail:attention');
    });
  });
});
