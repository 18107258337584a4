import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchDocument } from '../../src/background/key-cache/fetch-document.ts';
import { defaultPolicy, inspect, noContext, type Policy } from '../../src/core/index.ts';
import { defaultSettings, type Settings } from '../../src/protocol/settings-schema.ts';
import { clientId, createOpenIdProvider } from '../support/openid-provider.ts';
import { createSigningKey, signToken } from '../support/tokens.ts';

const disk = vi.hoisted(() => ({ documents: new Map(), histories: new Map(), permitted: true }));
vi.mock('../../src/platform/database.ts', () => {
  const tableOf = (table: Map<string, unknown>) => ({
    load: async (url: string) => table.get(url),
    save: async (url: string, record: unknown) => void table.set(url, structuredClone(record)),
  });
  return { keyDocumentTable: tableOf(disk.documents), keyHistoryTable: tableOf(disk.histories) };
});
vi.mock('../../src/platform/host-permissions.ts', () => ({
  isPermitted: async () => disk.permitted,
}));
const { createDirectoryParts } = await import('../../src/background/directory-parts.ts');

const name = 'https://sso.contoso.example/realms/staff';
const host = 'mail.contoso.example';
const ownIssuers = [{ issuer: name, shape: 'keycloak', audiences: [clientId] }] as const;
const ownWebmails = [{ host, name: 'Contoso webmail', issuers: [name] }];

async function setUp() {
  const issuer = await createOpenIdProvider(name);
  const asked: string[] = [];
  const state: { policy: Policy; settings: Settings; laterMs: number } = {
    policy: defaultPolicy,
    settings: defaultSettings,
    laterMs: 0,
  };
  const nowMs = () => Date.now() + state.laterMs;
  const onChange = vi.fn();
  const onTurnedOff = vi.fn();
  const create = () =>
    createDirectoryParts({
      policy: () => state.policy,
      settings: () => state.settings,
      settingsReady: async () => undefined,
      onTurnedOff,
      fetchDocument: (url, validators) =>
        fetchDocument(
          url,
          validators,
          (address, init) => {
            asked.push(address);
            return issuer.fetch(address, init);
          },
          nowMs,
        ),
      onChange,
      nowMs,
    });
  const parts = create();
  const judge = (credential: string, { directory, keys } = parts) =>
    inspect(
      {
        credential,
        source: 'address',
        seenAtMs: nowMs(),
        host,
        documentHost: host,
        tabIds: [1],
        isPrivate: false,
        context: { ...noContext, presentedAs: 'id-token', method: 'GET' },
      },
      { keys, nowMs: nowMs(), directory: directory.current() },
    );
  const addByPolicy = () => {
    state.policy = { ...defaultPolicy, issuers: ownIssuers, webmails: ownWebmails };
    parts.directory.refresh();
  };
  return { issuer, parts, create, judge, state, asked, onChange, onTurnedOff, addByPolicy };
}

const failing = ({ outcomes }: Awaited<ReturnType<typeof inspect>>) =>
  outcomes.flatMap((one) => (one.outcome === 'fail' ? [one.rule] : []));
const reasons = ({ outcomes }: Awaited<ReturnType<typeof inspect>>) =>
  outcomes.flatMap((one) => (one.outcome === 'unknown' ? [one.reason] : []));

/** Another payload under the same signature. */
function tamper(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'eve' })).toString('base64url');
  return `${header}.${changed}.${signature}`;
}

beforeEach(() => {
  disk.documents.clear();
  disk.histories.clear();
  disk.permitted = true;
});

test('webmails that are turned off are told once for each change, added ones by their host', async () => {
  const { parts, state, onTurnedOff } = await setUp();
  const watch = vi.fn((_reach: { readonly pages: readonly string[] }) => () => undefined);
  parts.hosts.follow({ watch });
  state.settings = { ...defaultSettings, ownIssuers: [...ownIssuers], ownWebmails };
  parts.refresh();
  expect(onTurnedOff).not.toHaveBeenCalled();
  expect(watch.mock.calls.at(-1)?.[0].pages).toEqual([host]);
  state.settings = { ...state.settings, offProviders: ['gmail', host] };
  watch.mockClear();
  parts.refresh();
  parts.refresh();
  expect(onTurnedOff).toHaveBeenCalledTimes(1);
  expect([...parts.off()]).toEqual(['gmail', host]);
  const watched = watch.mock.calls.flatMap(([{ pages }]) => pages);
  expect(watched).toContain('outlook.office.com');
  expect(watched).not.toContain('mail.google.com');
  expect(watched).not.toContain(host);
});

describe('a webmail with an issuer of its own', () => {
  test('is nobody’s business before it is added, and no server is asked', async () => {
    const { issuer, judge, asked } = await setUp();
    const inspection = await judge(await issuer.signIn());
    expect(inspection).toMatchObject({ verdict: 'undetermined', provider: null, issuer: null });
    expect(asked).toEqual([]);
  });

  test.each(['an organisation', 'the person'])('added by %s, is verified', async (who) => {
    const { issuer, parts, judge, asked, state, onChange, addByPolicy } = await setUp();
    if (who === 'an organisation') addByPolicy();
    state.settings = { ...defaultSettings, ownIssuers: [...ownIssuers], ownWebmails };
    parts.directory.refresh();
    expect(onChange).toHaveBeenCalledTimes(1);
    const inspection = await judge(await issuer.signIn());
    expect(inspection).toMatchObject({ verdict: 'verified', provider: host, issuer: name });
    expect(asked).toEqual([`${name}/.well-known/openid-configuration`, `${name}/jwks`]);
    expect(parts.webmails().find(({ id }) => id === host)?.name).toBe('Contoso webmail');
  });

  test('is no longer looked at when it is taken out, and its issuer is asked no more', async () => {
    const { issuer, parts, judge, asked, state, addByPolicy } = await setUp();
    addByPolicy();
    const before = parts.directory.current();
    state.policy = defaultPolicy;
    parts.directory.refresh();
    const idToken = await issuer.signIn();
    expect(await judge(idToken)).toMatchObject({ verdict: 'undetermined', provider: null });
    // An inspection that was under way meanwhile gets no key, and asks nobody.
    const late = await judge(idToken, {
      ...parts,
      directory: { current: () => before, refresh: () => {} },
    });
    expect(late.verdict).toBe('undetermined');
    expect(asked).toEqual([]);
  });

  test('a changed token is dangerous', async () => {
    const { issuer, judge, addByPolicy } = await setUp();
    addByPolicy();
    const inspection = await judge(tamper(await issuer.signIn()));
    expect(inspection.verdict).toBe('danger');
    expect(failing(inspection)).toContain('signature-invalid');
  });

  test('a token of a key that the issuer does not publish is unusual', async () => {
    const { judge, addByPolicy } = await setUp();
    addByPolicy();
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: name, aud: clientId, sub: 'ada', iat, exp: iat + 300, nonce: 'n' };
    const forged = await signToken(await createSigningKey(), claims, { x5t: undefined });
    const inspection = await judge(forged);
    expect(inspection.verdict).toBe('attention');
    expect(failing(inspection)).toContain('key-not-published');
  });

  test('keys rotate: the new one is asked for at once, and the old one still counts', async () => {
    const { issuer, judge, asked, addByPolicy } = await setUp();
    addByPolicy();
    const old = await issuer.signIn();
    expect((await judge(old)).verdict).toBe('verified');
    await issuer.rotate();
    expect((await judge(await issuer.signIn())).verdict).toBe('verified');
    expect((await judge(old)).verdict).toBe('verified');
    expect(asked).toHaveLength(4);
  });

  test('while its issuer is down nothing can be said, and afterwards it can', async () => {
    const { issuer, judge, addByPolicy } = await setUp();
    addByPolicy();
    const idToken = await issuer.signIn();
    issuer.isDown = true;
    const inspection = await judge(idToken);
    expect(inspection.verdict).toBe('undetermined');
    expect(reasons(inspection)).toContain('key-server-unreachable');
    expect((await judge(tamper(idToken))).verdict).toBe('undetermined');
    issuer.isDown = false;
    expect((await judge(idToken)).verdict).toBe('verified');
  });

  test('an issuer whose host was not given cannot be asked', async () => {
    const { issuer, judge, addByPolicy } = await setUp();
    addByPolicy();
    disk.permitted = false;
    const idToken = await issuer.signIn();
    issuer.isDown = true;
    expect((await judge(idToken)).verdict).toBe('undetermined');
  });

  test('keys and their history outlive a restart of the background', async () => {
    const { issuer, create, judge, asked, addByPolicy } = await setUp();
    addByPolicy();
    const idToken = await issuer.signIn();
    await judge(idToken);
    issuer.isDown = true;
    const next = create();
    next.directory.refresh();
    expect((await judge(idToken, next)).verdict).toBe('verified');
    expect(asked).toHaveLength(2);
    const url = `${name}/.well-known/openid-configuration`;
    const histories = await next.keys.listHistories();
    expect(histories.find((one) => one.url === url)?.keys.size).toBe(1);
  });
});
