import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createOpenIdProvider } from '../support/openid-provider.ts';
import { reportsOf, runInspectCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-own-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

const issuer = 'https://sso.contoso.example/realms/staff';
const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
const host = 'mail.contoso.example';
const provider = await createOpenIdProvider(issuer);
const genuine = await provider.signIn();
const [header = '', payload = ''] = genuine.split('.');
const forged = `${header}.${payload}.${'A'.repeat(342)}`;
const metadata = await (await provider.fetch(discoveryUrl)).json();
const jwks = await (await provider.fetch(`${issuer}/jwks`)).json();
const observed_at = new Date().toISOString();

const write = (name: string, value: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const policy = write('policy.json', {
  issuers: [{ issuer, shape: 'keycloak', audiences: ['webmail'] }],
  webmails: [{ host, name: 'Contoso webmail', issuers: [issuer] }],
});

const inspect = (...args: readonly string[]) =>
  runInspectCommand(['--json', '--host', host, ...args], {
    stdin: `${genuine}\n${forged}\n`,
    nowMs: Date.now(),
  });
const verdictsOf = async (...args: readonly string[]) =>
  reportsOf(await inspect(...args)).map(({ verdict }) => verdict);

/** A folder of its own with these files. */
function folderOf(name: string, files: Readonly<Record<string, unknown>>): string {
  mkdirSync(join(folder, name));
  for (const [file, value] of Object.entries(files)) write(join(name, file), value);
  return join(folder, name);
}

describe('issuers of a policy, offline', () => {
  test.each([
    [
      'the corpus form, with its metadata',
      { 'a.json': { _observed_at: observed_at, metadata, jwks } },
    ],
    [
      'the address of the key set as discovery recorded it says',
      {
        'discovery.json': metadata,
        'keys.json': { url: metadata.jwks_uri, observed_at, jwks },
      },
    ],
    [
      'the discovery document beside, read last',
      {
        'keys.json': { url: metadata.jwks_uri, observed_at, jwks },
        'z.json': { url: discoveryUrl, observed_at, metadata },
      },
    ],
    [
      'the usual address of its shape',
      {
        'keys.json': { url: `${issuer}/protocol/openid-connect/certs`, observed_at, jwks },
      },
    ],
    ['the discovery document’s address', { 'keys.json': { url: discoveryUrl, observed_at, jwks } }],
  ])('recorded keys are found by %s', async (what, files) => {
    const recorded = folderOf(what.replaceAll(/\W/g, '-'), files);
    const result = await inspect('--policy', policy, '--keys', recorded);
    expect(result.stderr).toBe('');
    expect(reportsOf(result)).toMatchObject([
      { verdict: 'verified', provider: host, issuer },
      { verdict: 'danger', provider: host, issuer },
    ]);
    expect(result.status).toBe(3);
  });

  test('a bare key set is named by its issuer', async () => {
    const bare = write('bare.json', jwks);
    const result = await inspect('--policy', policy, '--keys', `${issuer}=${bare}`);
    expect(result.stderr).toBe('');
    expect(reportsOf(result).map(({ verdict }) => verdict)).toEqual(['verified', 'danger']);
  });

  test('nobody is believed about another issuer’s keys', async () => {
    const foreign = { ...metadata, issuer: 'https://evil.example' };
    const recorded = folderOf('foreign', {
      'discovery.json': foreign,
      'keys.json': { url: metadata.jwks_uri, observed_at, jwks },
    });
    expect(await verdictsOf('--policy', policy, '--keys', recorded)).toEqual([
      'undetermined',
      'undetermined',
    ]);
  });

  test('without the policy nobody knows them', async () => {
    const recorded = folderOf('unknown', { 'a.json': { observed_at, metadata, jwks } });
    expect(await verdictsOf('--keys', recorded)).toEqual(['undetermined', 'undetermined']);
  });

  test('what cannot be used in a policy is told, without its name', async () => {
    const odd = write('odd.json', {
      issuers: [{ issuer: 'https://login.rnicrosoftonline.com/x', shape: 'oidc' }],
      webmails: [{ host, name: 'Secret name', issuers: [issuer] }],
    });
    const { stderr } = await inspect('--policy', odd);
    expect(stderr).toContain('its name looks like that of a known issuer');
    expect(stderr).toContain('it names an issuer that nobody knows');
    expect(stderr).not.toMatch(/rnicro|Secret|contoso/);
  });
});

describe('issuers of a policy, online', () => {
  const asked: string[] = [];
  const answerWith = (answer: (url: string) => Promise<Response>) =>
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      return answer(url);
    });
  afterEach(() => asked.splice(0));

  test('are asked by discovery, once', async () => {
    answerWith((url) => provider.fetch(url));
    expect(await verdictsOf('--policy', policy, '--online')).toEqual(['verified', 'danger']);
    expect(asked).toEqual([discoveryUrl, `${issuer}/jwks`]);
  });

  test('are not asked without the policy', async () => {
    answerWith((url) => provider.fetch(url));
    expect(await verdictsOf('--online')).toEqual(['undetermined', 'undetermined']);
    expect(asked).toEqual([]);
  });

  test.each([
    ['is down', async () => new Response('', { status: 503 })],
    ['speaks for another', async () => Response.json({ ...metadata, issuer: `${issuer}2` })],
    [
      'names keys without encryption',
      async () => Response.json({ ...metadata, jwks_uri: 'http://a.example/' }),
    ],
    ['has no end', async () => new Response('['.repeat(1_048_577))],
  ])('one that %s leaves it open', async (_what, answer) => {
    answerWith(answer);
    expect(await verdictsOf('--policy', policy, '--online')).toEqual([
      'undetermined',
      'undetermined',
    ]);
    expect(asked).toEqual([discoveryUrl]);
  });
});
