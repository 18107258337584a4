import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64url } from '../../../src/core/token/base64url.ts';
import { decodeCredential, maxCredentialLength } from '../../../src/core/token/decode.ts';
import { maxDepth } from '../../../src/core/token/strict-json.ts';
import { assembleToken, encodeSegment } from '../../support/tokens.ts';

const header = '{"alg":"RS256","kid":"k","typ":"JWT"}';

describe('what is a token', () => {
  test('three segments are read, and nothing about them is checked', () => {
    expect(decodeCredential(assembleToken(header, '{"iss":"i"}', ''))).toMatchObject({
      kind: 'jws',
      members: { alg: 'RS256', kid: 'k', typ: 'JWT', x5t: null, nonce: null },
      claims: { iss: 'i' },
      oddities: [],
    });
  });
  test('the bytes of the signature are at hand', () => {
    expect(decodeCredential(assembleToken(header, '{}', 'AQID'))).toMatchObject({
      signatureBytes: new Uint8Array([1, 2, 3]),
    });
  });
  test('a token whose signature was cut off with its dot is still read', () => {
    const cut = `${encodeSegment(header)}.${encodeSegment('{"iss":"i"}')}`;
    expect(decodeCredential(cut)).toMatchObject({ kind: 'jws', segments: { signature: '' } });
  });
  test('five segments are encrypted', () => {
    const encrypted = `${encodeSegment('{"alg":"dir","enc":"A256GCM"}')}..AAAA.AAAA.AAAA`;
    expect(decodeCredential(encrypted)).toEqual({
      kind: 'not-inspected',
      reason: 'encrypted',
      encryption: { alg: 'dir', enc: 'A256GCM', kid: null, typ: null },
    });
    const named = '{"alg":"RSA-OAEP","enc":"A128GCM","kid":"k","typ":"JWT","cty":"JWT"}';
    expect(decodeCredential(`${encodeSegment(named)}.AA.AA.AA.AA`)).toMatchObject({
      encryption: { alg: 'RSA-OAEP', enc: 'A128GCM', kid: 'k', typ: 'JWT' },
    });
  });
  test('five segments that name no encryption are none', () => {
    for (const head of ['{"alg":"RS256"}', '{"enc":1}']) {
      expect(decodeCredential(`${encodeSegment(head)}.AA.AA.AA.AA`)).toEqual({
        kind: 'malformed',
        code: 'segment-count',
      });
    }
  });
  test.each([
    '',
    'EwBwA8l6BAAUO9chh8cJscQLmU+LSWpbnr0vmwwAAQ',
    'ya29.a0AfH6SMBx.y',
    '1000.8cb99dxxxx.9be93',
    encodeSegment('{"uid":"a","utid":"b"}'),
    '....',
  ])('%j is opaque', (text) => {
    expect(decodeCredential(text)).toMatchObject({
      kind: 'not-inspected',
      reason: expect.stringMatching(/^opaque(-[a-z-]+)?$/),
    });
  });
});

test('a text begins like a token when its first letters decode to the start of an object', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. '];
  const wrong: string[] = [];
  let found = 0;
  for (const second of letters) {
    for (const third of letters) {
      for (const start of ['eAA', 'eA=', 'eA.', 'eA ', 'dAA', 'fAA']) {
        const text = `${start.charAt(0)}${second}${third}${start.charAt(2)}`;
        const decoded = decodeBase64url(text);
        const bytes = decoded.ok ? Buffer.from(decoded.value.bytes).toString('latin1') : '';
        const isObject = /^\{["\n\r ]/.test(bytes);
        if (isObject) found++;
        const { kind } = decodeCredential(`${text}.AAAA.AAAA`);
        if (kind !== (isObject ? 'malformed' : 'not-inspected')) wrong.push(text);
      }
    }
  }
  expect(wrong).toEqual([]);
  // Of each of the four starts, four spellings, with a letter after them and with padding.
  expect(found).toBe(32);
});

describe('what breaks the standard', () => {
  const start = encodeSegment('{"alg":"RS256"}');
  test.each([
    [`${start}.a.b.c`, 'segment-count'],
    [`${start}.a.b.c.d.e`, 'segment-count'],
    [`${start}..AAAA`, 'segment-empty'],
    [`${start}.A.AAAA`, 'base64url-invalid'],
    [`${start}.${encodeSegment('{}')}.A`, 'base64url-invalid'],
    [`${start}.${encodeSegment('{}')}.ÄAAA`, 'base64url-invalid'],
    [`${start}.\ud800AAA.AAAA`, 'base64url-invalid'],
    [`${start}ÄAAA.${encodeSegment('{}')}.AAAA`, 'base64url-invalid'],
    [`${start}.${Buffer.from([0x7b, 0x22, 0xff, 0x22]).toString('base64url')}.AA`, 'utf8-invalid'],
    [assembleToken('{"alg":"RS256"', '{}'), 'json-invalid'],
    [assembleToken('{"alg":"RS256"}', '{"a":1}x'), 'json-invalid'],
    [assembleToken('{"alg":"RS256"}', '\ufeff{}'), 'json-invalid'],
    [assembleToken('{"alg":"RS256"}', '["iss"]'), 'not-an-object'],
    [assembleToken('{"alg":"RS256"}', 'null'), 'not-an-object'],
  ])('%#: code %s', (text, code) => {
    expect(decodeCredential(text)).toEqual({ kind: 'malformed', code });
  });
});

describe('what is odd is reported and still read', () => {
  test('a member given twice, at any depth and in any spelling', () => {
    const decoded = decodeCredential(
      assembleToken('{"alg":"RS256","alg":"none"}', '{"a":{"\\u0069ss":1,"iss":2},"iss":3}'),
    );
    expect(decoded).toMatchObject({
      oddities: [
        { code: 'member-duplicate', where: 'header', name: 'alg' },
        { code: 'member-duplicate', where: 'claims', name: 'iss' },
      ],
    });
  });
  test('the same name in different objects and texts that look like names are fine', () => {
    const decoded = decodeCredential(
      assembleToken(header, '{"a":{"x":1},"b":{"x":1},"c":["x","x"],"d":"\\"x\\":1,\\"x\\":2"}'),
    );
    expect(decoded).toMatchObject({ kind: 'jws', oddities: [] });
  });
  test('padding, which Zoho writes', () => {
    const payload = Buffer.from('{"a":1}').toString('base64');
    expect(payload.endsWith('=')).toBe(true);
    expect(decodeCredential(`${encodeSegment(header)}.${payload}.AAAA`)).toMatchObject({
      oddities: [{ code: 'encoding-not-canonical', where: 'claims' }],
    });
  });
});

describe('bounds', () => {
  const sized = (length: number) => {
    const start = `${encodeSegment(header)}.${encodeSegment('{"a":1234}')}.`;
    return start + 'A'.repeat(length - start.length);
  };
  test('the longest credential that is read, and one past it', () => {
    expect(decodeCredential(sized(maxCredentialLength)).kind).toBe('jws');
    expect(decodeCredential(sized(maxCredentialLength + 4))).toEqual({
      kind: 'malformed',
      code: 'too-long',
    });
  });
  test('the deepest nesting that is read, and one past it', () => {
    const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(decodeCredential(assembleToken(header, nested(maxDepth))).kind).toBe('jws');
    expect(decodeCredential(assembleToken(header, nested(maxDepth + 1)))).toEqual({
      kind: 'malformed',
      code: 'json-too-deep',
    });
  });
});

describe('hostile text', () => {
  test('members named like prototypes are data', () => {
    const decoded = decodeCredential(
      assembleToken(
        '{"alg":"RS256","__proto__":{"kid":"x"}}',
        '{"constructor":1,"__proto__":{"iss":"x"}}',
      ),
    );
    expect(decoded).toMatchObject({ kind: 'jws', members: { kid: null } });
  });
  test('wrong types of header members read as none', () => {
    const decoded = decodeCredential(assembleToken('{"alg":["none"],"kid":1,"typ":null}', '{}'));
    expect(decoded).toMatchObject({ members: { alg: null, kid: null, typ: null } });
  });
  test('no text makes it throw', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'eyJ.AQ_-+/={}":[,]0 \\'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          letters,
          fc.string(),
          fc.tuple(letters, letters).map(([a, b]) => assembleToken(a, b)),
        ),
        (text) => {
          expect(['jws', 'not-inspected', 'malformed']).toContain(decodeCredential(text).kind);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
