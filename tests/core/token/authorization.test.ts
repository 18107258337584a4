import { describe, expect, test } from 'vitest';
import {
  maxParameters,
  maxParametersLength,
  readAuthParams,
} from '../../../src/core/token/auth-params.ts';
import { findCredentials } from '../../../src/core/token/authorization.ts';
import { assembleToken } from '../../support/tokens.ts';

const found = (value: string) =>
  findCredentials(value).map(({ credential, presentedAs, role }) => [
    credential,
    presentedAs,
    role,
  ]);

describe('credentials of an Authorization header', () => {
  test.each([
    ['Bearer a.b.c', 'a.b.c', 'bearer'],
    ['bEARER   a.b.c  ', 'a.b.c', 'bearer'],
    ['DPoP a.b.c', 'a.b.c', 'dpop'],
    ['dpop\ta.b.c', 'a.b.c', 'dpop'],
    ['PoP a.b.c', 'a.b.c', 'pop'],
    ['Zoho-oauthtoken 1000.a.b', '1000.a.b', 'other-scheme'],
    ['JWT eyJh.e30.AA', 'eyJh.e30.AA', 'other-scheme'],
    ['Token token="eyJh.e30.AA"', 'eyJh.e30.AA', 'other-scheme'],
    ['X auth=eyJh.e30.', 'eyJh.e30.', 'other-scheme'],
    ['Bearer a.b.c, Bearer d.e.f', 'a.b.c, Bearer d.e.f', 'bearer'],
  ])('%s', (value, credential, presentedAs) => {
    expect(found(value)).toEqual([[credential, presentedAs, 'sole']]);
  });

  test('a token inside a signed request, which is its proof', () => {
    const signed = assembleToken('{"alg":"RS256"}', '{"at":"a.b.c","ts":1}');
    expect(findCredentials(`PoP ${signed}`)).toEqual([
      { credential: 'a.b.c', presentedAs: 'pop', role: 'sole', proof: signed },
    ]);
    expect(findCredentials(`Bearer ${signed}`)).toEqual([
      { credential: signed, presentedAs: 'bearer', role: 'sole', proof: null },
    ]);
    for (const claims of ['{"at":1}', '{"at":""}', '{}']) {
      const other = assembleToken('{"alg":"RS256"}', claims);
      expect(findCredentials(`PoP ${other}`)).toMatchObject([{ credential: other, proof: null }]);
    }
  });

  test('a private account’s ticket', () => {
    expect(found('MSAuth1.0 usertoken="EwAoA8l6BAAU+/9=", type="MSACT"')).toEqual([
      ['EwAoA8l6BAAU+/9=', 'msauth', 'user'],
    ]);
    expect(found('MSAUTH2.0 type="MSACT",UserToken="EwAo"')).toEqual([['EwAo', 'msauth', 'user']]);
  });

  test('two tokens of a service that acts for a person, with quotes and without', () => {
    const both = [
      ['a.b.c', 'msauth', 'actor'],
      ['d.e.f', 'msauth', 'access'],
    ];
    for (const value of [
      'MSAuth1.0 actortoken="Bearer a.b.c", accesstoken="Bearer d.e.f", type="PFAT"',
      'MSAuth1.0 actortoken=Bearer a.b.c,accesstoken=Bearer d.e.f,type="PFAT"',
      'MSAuth1.0 actortoken = "bearer a.b.c" ,, accesstoken="d.e.f",',
    ]) {
      expect(found(value)).toEqual(both);
    }
  });

  test('a parameter that comes twice hides nothing, nor does one of an unknown name', () => {
    expect(found('MSAuth1.0 usertoken="a.b.c", usertoken="d.e.f", xtoken="g.h.i"')).toEqual([
      ['a.b.c', 'msauth', 'user'],
      ['d.e.f', 'msauth', 'user'],
      ['g.h.i', 'msauth', 'other'],
    ]);
  });

  test('escapes in a quoted value are resolved', () => {
    expect(found('MSAuth1.0 usertoken="\\a.b\\.c\\""')).toEqual([['a.b.c"', 'msauth', 'user']]);
  });

  test.each([
    'MSAuth1.0 usertoken="a.b.c',
    'MSAuth1.0 usertoken="a.b.c\\',
    'MSAuth1.0 usertoken="a.b.c" type="x"',
    'MSAuth1.0 usertoken="a.b.c""',
    'MSAuth1.0 usertoken "a.b.c"',
    'MSAuth1.0 ="a.b.c"',
    'MSAuth1.0 usertoken=a"b',
    'MSAuth1.0 usertoken=',
    'MSAuth1.0 usertoken="a\nb"',
    `MSAuth1.0 ${'a="b",'.repeat(maxParameters)}usertoken="a.b.c"`,
    `MSAuth1.0 usertoken="${'a'.repeat(maxParametersLength)}"`,
  ])('parameters that cannot be read are handed on whole: %#', (value) => {
    expect(found(value)).toEqual([[value, 'msauth', 'other']]);
  });

  test('the hashes of Google’s cookie are one credential without the hash, which changes every second', () => {
    const hash = '0123456789abcdef0123456789abcdef01234567';
    for (const value of [
      `SAPISIDHASH 1700000000_${hash}`,
      `SAPISID1PHASH 1700000001_${hash} SAPISID3PHASH 1700000001_${hash}`,
    ]) {
      expect(found(value)).toEqual([['SAPISIDHASH', 'other-scheme', 'sole']]);
    }
  });

  test.each([
    '',
    ' ',
    'Bearer',
    'Bearer ',
    'Bearera.b.c',
    'Basic dTpw',
    'Negotiate YII=',
    'Digest username="x"',
    'a.b.c',
    'Digest eyJh',
    'Token eyJh.e30.AA x',
    'MSAuth1.0 type="MSACT"',
    'MSAuth1.0',
    'MSAuth1.0 usertoken=""',
    'MSAuth1.0 usertoken="Bearer "',
    'MSAuth3.0 usertoken="a.b.c"',
    '\u212aOP a.b.c',
    `${'x'.repeat(100_000)} a.b.c`,
  ])('nothing in %#', (value) => {
    expect(found(value)).toEqual([]);
  });
});

describe('bounds', () => {
  test('as many parameters as are read, and one more', () => {
    expect(readAuthParams('a="b",'.repeat(maxParameters))).toHaveLength(maxParameters);
    expect(readAuthParams('a="b",'.repeat(maxParameters + 1))).toBeNull();
  });
  test('as long as is read, and one more', () => {
    const sized = (length: number) => `a="${'x'.repeat(length - 4)}"`;
    expect(readAuthParams(sized(maxParametersLength))).toHaveLength(1);
    expect(readAuthParams(sized(maxParametersLength + 1))).toBeNull();
  });
  test('hostile texts take time in proportion to their length', () => {
    for (const piece of ['"', '\\', ',', ' ', 'a=', '="', 'a="\\"', '=', 'a']) {
      const started = performance.now();
      findCredentials(`MSAuth1.0 ${piece.repeat(maxParametersLength / piece.length)}`);
      expect(performance.now() - started).toBeLessThan(200);
    }
  });
});
