import { describe, expect, test } from 'vitest';
import type { FetchedDocument, Validators } from '../../src/background/key-cache/fetch-document.ts';
import { createFetchKeys } from '../../src/background/key-cache/fetch-keys.ts';
import { createKeySources } from '../../src/background/key-cache/key-sources.ts';
import { buildDirectory, emptyConfiguration } from '../../src/core/index.ts';
import { commonKeysUrl } from '../support/keys.ts';

const issuer = 'https://sso.contoso.example/realms/staff';
const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
const keysUrl = 'https://keys.contoso.example/staff';
const { directory } = buildDirectory({ issuers: [{ issuer, shape: 'keycloak' }], webmails: [] });
const documentOf = (value: unknown): FetchedDocument => ({
  kind: 'document',
  value,
  etag: '"1"',
  lastModified: 'yesterday',
  clockErrorMs: 5,
});
const offline: FetchedDocument = { kind: 'problem', problem: 'offline', clockErrorMs: null };
const sound = {
  [discoveryUrl]: documentOf({ issuer, jwks_uri: keysUrl }),
  [keysUrl]: documentOf({ keys: [] }),
};

function setUp(servers: Readonly<Record<string, FetchedDocument>>, permitted: string[] = []) {
  const asked: (readonly [string, Validators])[] = [];
  const sources = createKeySources();
  sources.change(directory);
  const fetchKeys = createFetchKeys({
    findSource: sources.find,
    fetchDocument: async (url, validators) => {
      asked.push([url, validators]);
      return servers[url] ?? offline;
    },
    isPermitted: async (host) => permitted.includes(host),
  });
  const ask = (url: string) => fetchKeys(url, { etag: '"0"', lastModified: null });
  return { ask, asked, sources };
}

describe('keys that a discovery document names', () => {
  test('come from where it says, and neither is asked conditionally', async () => {
    const { ask, asked } = setUp(sound);
    expect(await ask(discoveryUrl)).toEqual({
      ...documentOf({ keys: [] }),
      etag: null,
      lastModified: null,
    });
    const never = { etag: null, lastModified: null };
    expect(asked).toEqual([
      [discoveryUrl, never],
      [keysUrl, never],
    ]);
  });

  test.each([
    ['of another issuer', { issuer: `${issuer}/`, jwks_uri: keysUrl }],
    ['without encryption', { issuer, jwks_uri: 'http://keys.contoso.example/staff' }],
    ['of this computer', { issuer, jwks_uri: 'https://127.0.0.1/keys' }],
    ['of nobody', { issuer }],
    ['in no document', ['x']],
  ])('%s are not asked for', async (_what, value) => {
    const { ask, asked } = setUp({ ...sound, [discoveryUrl]: documentOf(value) });
    expect(await ask(discoveryUrl)).toEqual({
      kind: 'problem',
      problem: 'not-a-key-document',
      clockErrorMs: 5,
    });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['the discovery document', discoveryUrl, 'sso.contoso.example'],
    ['the key set', keysUrl, 'keys.contoso.example'],
  ])('%s out of reach is told as such, or as not permitted', async (_what, url, host) => {
    const servers = { ...sound, [url]: offline };
    expect(await setUp(servers, [host]).ask(discoveryUrl)).toEqual(offline);
    expect(await setUp(servers).ask(discoveryUrl)).toMatchObject({ problem: 'permission-missing' });
    const refused: FetchedDocument = { kind: 'problem', problem: 'server-error', clockErrorMs: 1 };
    expect(await setUp({ ...sound, [url]: refused }).ask(discoveryUrl)).toEqual(refused);
  });
});

describe('addresses', () => {
  test('of known issuers are asked as before, conditionally', async () => {
    const { ask, asked } = setUp({ [commonKeysUrl]: documentOf({ keys: [] }) });
    expect(await ask(commonKeysUrl)).toEqual(documentOf({ keys: [] }));
    expect(asked).toEqual([[commonKeysUrl, { etag: '"0"', lastModified: null }]]);
  });

  test('of nobody, or of an issuer that was taken out, are not asked', async () => {
    const { ask, asked, sources } = setUp(sound);
    sources.change(buildDirectory(emptyConfiguration).directory);
    for (const url of [discoveryUrl, keysUrl, 'https://evil.example/keys']) {
      expect(await ask(url)).toMatchObject({ kind: 'problem', problem: 'permission-missing' });
    }
    expect(asked).toEqual([]);
  });

  test('that two issuers share are the first one’s', () => {
    const sources = createKeySources();
    const other = { issuer: `${issuer}-2`, shape: 'keycloak', discovery: discoveryUrl } as const;
    sources.change(
      buildDirectory({ issuers: [{ issuer, shape: 'keycloak' }, other], webmails: [] }).directory,
    );
    expect(sources.find(discoveryUrl)?.discoveryOf).toBe(issuer);
    expect(sources.urls().has(discoveryUrl)).toBe(true);
    expect(sources.urls().has(commonKeysUrl)).toBe(true);
  });
});
