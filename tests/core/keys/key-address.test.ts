import { describe, expect, test } from 'vitest';
import { entra } from '../../../src/core/issuers/entra.ts';
import { exchange } from '../../../src/core/issuers/exchange.ts';
import { findForeignAddress } from '../../../src/core/keys/key-address.ts';
import { maxContextLength, readAppContext } from '../../../src/core/token/app-context.ts';
import { tokenOf } from '../../support/facts.ts';

const known = 'https://outlook.office365.com:443/autodiscover/metadata/json/1';
const naming = (amurl: unknown) =>
  tokenOf('{"alg":"RS256"}', JSON.stringify({ appctx: { amurl, version: 'ExIdTok.V1' } }));
const foreign = (amurl: unknown) => findForeignAddress(naming(amurl), exchange);

describe('the address that a token names for its keys', () => {
  test('is the issuer’s own, with and without the port that goes without saying', () => {
    expect(foreign(known)).toBeNull();
    expect(foreign(known.replace(':443', ''))).toBeNull();
    expect(foreign('HTTPS://OUTLOOK.office365.com/autodiscover/metadata/json/1')).toBeNull();
  });
  test('may be left out', () => {
    expect(foreign(undefined)).toBeNull();
    expect(foreign(1)).toBeNull();
    expect(findForeignAddress(tokenOf('{"alg":"RS256"}', '{}'), exchange)).toBeNull();
  });
  test.each([
    'https://evil.example/autodiscover/metadata/json/1',
    'https://outlook.office365.com.evil.example/autodiscover/metadata/json/1',
    'https://outlook.office365.com@evil.example/autodiscover/metadata/json/1',
    'https://evil.example\\@outlook.office365.com/autodiscover/metadata/json/1',
    'https://user@outlook.office365.com/autodiscover/metadata/json/1',
    'https://outlook.office365.com:444/autodiscover/metadata/json/1',
    'http://outlook.office365.com/autodiscover/metadata/json/1',
    'https://outlook.office365.com/autodiscover/metadata/json/1/',
    'https://outlook.office365.com/autodiscover/metadata/json/1?x',
    'https://outlook.office365.com/autodiscover/metadata/json/1#x',
    'https://outlook.office365.com/autodiscover/../x',
    'https://mailhost.contoso.com:443/autodiscover/metadata/json/1',
    'javascript:alert(1)',
    '//outlook.office365.com/autodiscover/metadata/json/1',
    '',
  ])('is another one: %s', (address) => {
    expect(foreign(address)).toBe(address);
  });
  test('means nothing where the issuer has no such habit', () => {
    expect(findForeignAddress(naming('https://evil.example/'), entra)).toBeNull();
  });
});

describe('the application context', () => {
  test('is an object, or an object in a text', () => {
    expect(readAppContext({ appctx: { a: '1' } })).toEqual({ a: '1' });
    expect(readAppContext({ appctx: '{"a":"1"}' })).toEqual({ a: '1' });
  });
  test.each(['x', '[]', '"{}"', '', '{"a":1', '['.repeat(100), null, 1, []])(
    'is nothing else: %j',
    (appctx) => {
      expect(readAppContext({ appctx })).toBeNull();
    },
  );
  test('as long as is read, and one letter more', () => {
    const sized = (length: number) => `{"a":"${'x'.repeat(length - 8)}"}`;
    expect(readAppContext({ appctx: sized(maxContextLength) })).not.toBeNull();
    expect(readAppContext({ appctx: sized(maxContextLength + 1) })).toBeNull();
  });
});
