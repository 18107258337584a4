import { describe, expect, test } from 'vitest';
import { decodeCredential } from '../../../src/core/token/decode.ts';
import { judgeOther, maxSerializationLength } from '../../../src/core/token/not-compact.ts';
import { encodeSegment } from '../../support/tokens.ts';

const part = encodeSegment('{"alg":"RS256"}');
const flattened = { payload: part, protected: part, signature: 'AAAA' };
const refusal = (code: string) => ({ kind: 'malformed', code });

describe('a signature or an encryption in its JSON serialisation is no token', () => {
  test.each([
    flattened,
    { payload: part, signatures: [{ protected: part, signature: 'AAAA' }] },
    { payload: '', signature: '' },
    { protected: part, iv: 'AA', ciphertext: 'AA', tag: 'AA' },
    { recipients: [], ciphertext: 'AA' },
  ])('%j', (value) => {
    expect(decodeCredential(JSON.stringify(value))).toEqual(refusal('json-serialization'));
    expect(decodeCredential(` ${JSON.stringify(value, null, 2)}\n`)).toEqual(
      refusal('json-serialization'),
    );
  });
  test.each([
    '{',
    '{}',
    '{"payload":"x"}',
    '{"signature":"x"}',
    '[]',
    '{"payload":1,"signature":',
    '{}.{}',
  ])('other text in braces is of no known family: %s', (text) => {
    expect(decodeCredential(text)).toEqual({ kind: 'not-inspected', reason: 'opaque' });
  });
  test('members of a prototype are none', () => {
    expect(decodeCredential('{"__proto__":{"payload":"x","signature":"x"}}')).toMatchObject({
      reason: 'opaque',
    });
  });
  test('as long as is looked at, and one letter more', () => {
    const sized = (length: number) => {
      const start = JSON.stringify({ ...flattened, p: '' }).slice(0, -2);
      return `${start}${'x'.repeat(length - start.length - 2)}"}`;
    };
    expect(judgeOther(sized(maxSerializationLength))).toEqual(refusal('json-serialization'));
    expect(judgeOther(sized(maxSerializationLength + 1))).toMatchObject({ reason: 'opaque' });
  });
});

describe('a header whose parameters could not be read', () => {
  test.each(['MSAuth1.0 usertoken="eyJh.e30.', 'msauth2.0 x', 'MSAuth1.0'])(
    'is no token of a family that nobody can read: %s',
    (text) => {
      expect(decodeCredential(text)).toEqual(refusal('parameters-invalid'));
    },
  );
  test('is a ticket all the same when it shows one', () => {
    expect(decodeCredential('MSAuth1.0 usertoken="EwAo+')).toMatchObject({
      reason: 'opaque-microsoft-ticket',
    });
  });
  test.each(['MSAuth3.0 x', 'MSAuth1.01 x', 'XMSAuth1.0 x'])('another word is none: %s', (text) => {
    expect(decodeCredential(text)).toMatchObject({ reason: 'opaque' });
  });
});

describe('what only begins like a token', () => {
  test('the client information of Microsoft’s libraries', () => {
    const info = encodeSegment('{"uid":"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee","utid":"x"}');
    expect(info.startsWith('eyJ')).toBe(true);
    expect(decodeCredential(info)).toEqual({ kind: 'not-inspected', reason: 'opaque' });
  });
});
