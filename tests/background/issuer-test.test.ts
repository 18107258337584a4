import { describe, expect, test } from 'vitest';
import { createIssuerTest } from '../../src/background/issuer-test.ts';
import { fetchDocument, maxBytes } from '../../src/background/key-cache/fetch-document.ts';
import { createSigningKey } from '../support/tokens.ts';

const issuer = 'https://sso.contoso.example/realms/staff';
const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
const keysUrl = 'https://keys.contoso.example/staff';
const key = await createSigningKey();
const discovery = {
  issuer,
  jwks_uri: keysUrl,
  id_token_signing_alg_values_supported: ['RS256', 'ES256'],
};
const sound = { [discoveryUrl]: discovery, [keysUrl]: { keys: [{ ...key.entry, alg: 'RS256' }] } };

type Server = Readonly<Record<string, unknown>>;

/** Asks servers that are functions, documents, or not there at all. */
function testerOf(servers: Server, permitted: readonly string[] = []) {
  const asked: string[] = [];
  const answer = async (url: string): Promise<Response> => {
    asked.push(url);
    const value = servers[url];
    if (value instanceof Response) return value.clone();
    if (value === undefined) throw new TypeError('Failed to fetch');
    return new Response(typeof value === 'string' ? value : JSON.stringify(value));
  };
  const test = createIssuerTest({
    fetchDocument: (url) => fetchDocument(url, { etag: null, lastModified: null }, answer, () => 0),
    isPermitted: async (host) => permitted.includes(host),
  });
  return { asked, test };
}

const judge = (servers: Server, more: object = {}, permitted: readonly string[] = []) =>
  testerOf(servers, permitted).test({ type: 'test-issuer', issuer, shape: 'keycloak', ...more });

describe('an issuer that can be used', () => {
  test('tells its keys and what they are for', async () => {
    expect(await judge(sound)).toEqual({
      result: 'usable',
      keys: 1,
      algorithms: ['RS256', 'ES256'],
      keyDocument: keysUrl,
      ask: null,
    });
  });

  test('with an address of its keys is asked for nothing else', async () => {
    const { asked, test } = testerOf(sound);
    const result = await test({
      type: 'test-issuer',
      issuer,
      shape: 'keycloak',
      keyDocument: keysUrl,
    });
    expect(result).toMatchObject({ result: 'usable', keys: 1, algorithms: ['RS256'] });
    expect(asked).toEqual([keysUrl]);
  });
});

describe('an issuer that cannot be added is not asked', () => {
  test.each([
    ['http://sso.contoso.example/realms/staff', 'address-not-plain'],
    ['https://127.0.0.1/realms/staff', 'address-not-plain'],
    ['https://login.microsoftonline.com/x/v2.0', 'issuer-known'],
    ['https://login.micros0ftonline.com/realms/staff', 'issuer-imitates'],
    ['https://sso.contoso.example/staff', 'shape-differs'],
    ['', 'address-not-plain'],
  ])('%s: %s', async (name, result) => {
    const { asked, test } = testerOf(sound);
    const answer = await test({ type: 'test-issuer', issuer: name, shape: 'keycloak' });
    expect(answer).toMatchObject({ result, keys: 0 });
    expect(asked).toEqual([]);
  });
});

describe('a discovery document', () => {
  const withDiscovery = (value: unknown) => judge({ ...sound, [discoveryUrl]: value });
  test.each([
    ['of another issuer', { ...discovery, issuer: `${issuer}/` }, 'issuer-differs'],
    ['with keys by http', { ...discovery, jwks_uri: 'http://a.example/' }, 'keys-not-https'],
    ['with keys on this computer', { ...discovery, jwks_uri: 'https://[::1]/' }, 'keys-not-https'],
    ['that is none', ['x'], 'not-a-discovery-document'],
    ['that is no JSON', '<html>', 'not-a-discovery-document'],
    ['of more than 1 MiB', 'x'.repeat(maxBytes + 1), 'discovery-too-large'],
    ['that is not there', new Response('', { status: 404 }), 'discovery-unreachable'],
    ['that sends elsewhere', undefined, 'not-permitted'],
  ])('%s', async (_what, value, result) => {
    expect(await withDiscovery(value)).toMatchObject({ result, keys: 0 });
  });

  test('that names its own address as key set is asked twice and not a third time', async () => {
    const servers = { [discoveryUrl]: { ...discovery, jwks_uri: discoveryUrl } };
    const { asked, test } = testerOf(servers);
    const answer = await test({ type: 'test-issuer', issuer, shape: 'keycloak' });
    expect(answer.result).toBe('not-a-key-document');
    expect(asked).toEqual([discoveryUrl, discoveryUrl]);
  });
});

describe('a key set', () => {
  const withKeys = (value: unknown) => judge({ ...sound, [keysUrl]: value });
  test.each([
    ['that is none', { keys: 7 }, 'not-a-key-document'],
    ['that is no JSON', '<html>', 'not-a-key-document'],
    ['without a key', { keys: [] }, 'no-usable-key'],
    ['with keys of unknown kinds', { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }, 'no-usable-key'],
    ['of more than 1 MiB', 'x'.repeat(maxBytes + 1), 'keys-too-large'],
    ['that is not there', new Response('', { status: 500 }), 'keys-unreachable'],
  ])('%s', async (_what, value, result) => {
    expect(await withKeys(value)).toMatchObject({ result, keys: 0 });
  });
});

describe('a host that was not given', () => {
  test('is named, so that the person can be asked for it', async () => {
    expect(await judge({})).toMatchObject({
      result: 'not-permitted',
      ask: 'sso.contoso.example',
      keyDocument: `${issuer}/protocol/openid-connect/certs`,
    });
    expect(await judge({ [discoveryUrl]: discovery })).toMatchObject({
      result: 'not-permitted',
      ask: 'keys.contoso.example',
    });
  });
  test('is out of reach when it was given and does not answer', async () => {
    expect(await judge({}, {}, ['sso.contoso.example'])).toMatchObject({
      result: 'discovery-unreachable',
      ask: null,
    });
  });
});
