import { describe, expect, test } from 'vitest';
import { maxDiscoveredAlgorithms, parseDiscovery } from '../../../src/core/configured/discovery.ts';

const issuer = 'https://sso.contoso.example/realms/staff';
const keys = 'https://keys.contoso.example/staff?v=2';
const sound = { issuer, jwks_uri: keys, id_token_signing_alg_values_supported: ['RS256', 'ES256'] };
const codeOf = (value: unknown) => {
  const parsed = parseDiscovery(value, issuer);
  return parsed.ok ? 'ok' : parsed.code;
};

test('names the key set, on whatever host, and what the issuer signs with', () => {
  expect(parseDiscovery(sound, issuer)).toEqual({
    ok: true,
    value: { keyDocument: keys, algorithms: ['RS256', 'ES256'] },
  });
});

describe('another issuer', () => {
  test.each([
    'https://sso.contoso.example/realms/staff/',
    'https://sso.contoso.example/realms/Staff',
    'https://SSO.contoso.example/realms/staff',
    'http://sso.contoso.example/realms/staff',
    'https://sso.contoso.example:443/realms/staff',
    'https://sso.contoso.example/realms/staff ',
    'https://evil.example/realms/staff',
    '',
  ])('%j is another one', (named) => {
    expect(codeOf({ ...sound, issuer: named })).toBe('issuer-differs');
  });
});

describe('where the keys are', () => {
  test.each([
    'http://sso.contoso.example/keys',
    'https://user@sso.contoso.example/keys',
    'https://169.254.169.254/keys',
    'https://localhost/keys',
    'file:///keys',
    'data:application/json,{"keys":[]}',
    '/keys',
    '',
    7,
    null,
    [keys],
    undefined,
  ])('%j is no plain https address', (jwks_uri) => {
    expect(codeOf({ ...sound, jwks_uri })).toBe('keys-not-https');
  });
});

describe('hostile', () => {
  test.each([
    null,
    'text',
    7,
    [],
    [sound],
    { jwks_uri: keys },
    { issuer: [issuer], jwks_uri: keys },
  ])('%j is no discovery document', (value) => {
    expect(codeOf(value)).toBe('not-a-discovery-document');
  });
  test('inherited members count for nothing', () => {
    expect(codeOf(Object.create(sound))).toBe('not-a-discovery-document');
  });
  test('a list of algorithms is read up to its bound, and of names alone', () => {
    const many = Array.from({ length: maxDiscoveredAlgorithms + 1 }, (_, index) => `RS${index}`);
    const read = (value: unknown) => {
      const parsed = parseDiscovery(
        { ...sound, id_token_signing_alg_values_supported: value },
        issuer,
      );
      return parsed.ok ? parsed.value.algorithms : null;
    };
    expect(read(many)).toHaveLength(maxDiscoveredAlgorithms);
    expect(read(['<b>', 7, null, 'x'.repeat(17), 'RS256'])).toEqual(['RS256']);
    expect(read('RS256')).toEqual([]);
    expect(read(undefined)).toEqual([]);
  });
});
