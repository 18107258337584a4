import { describe, expect, test } from 'vitest';
import { answerSettings } from '../../src/background/answers/settings.ts';
import { createSettingsStore } from '../../src/background/settings-store.ts';
import { maxIssuers } from '../../src/core/index.ts';
import { defaultSettings } from '../../src/protocol/settings-schema.ts';

function setUp(stored?: unknown) {
  const disk = new Map<string, unknown>(stored === undefined ? [] : [['settings', stored]]);
  const problems: string[] = [];
  const told: unknown[] = [];
  const store = createSettingsStore({
    storage: {
      load: async (name) => {
        if (stored === 'broken disk') throw new Error('unreadable');
        return disk.get(name);
      },
      save: async (name, value) => void disk.set(name, structuredClone(value)),
      remove: async (name) => void disk.delete(name),
    },
    onChange: (settings) => told.push(settings),
    logProblem: (code) => problems.push(code),
  });
  return { store, disk, problems, told };
}

describe('settings', () => {
  test('are the defaults where nothing is stored', async () => {
    const { store, told } = setUp();
    await store.ready;
    expect(store.current()).toEqual(defaultSettings);
    expect(told).toEqual([defaultSettings]);
  });

  test('are read from the disk', async () => {
    const { store } = setUp({ ...defaultSettings, retentionDays: 7 });
    await store.ready;
    expect(store.current().retentionDays).toBe(7);
  });

  test('that are damaged lose what cannot be read and keep the rest', async () => {
    const { store } = setUp({ retentionDays: -4, banner: false, offProviders: 'all', extra: 1 });
    await store.ready;
    expect(store.current()).toEqual({ ...defaultSettings, banner: false });
  });

  test('keep the added issuers and webmails that can be read', async () => {
    const issuer = { issuer: 'https://sso.contoso.example/realms/staff', shape: 'keycloak' };
    const webmail = { host: 'mail.contoso.example', name: 'Mail', issuers: [issuer.issuer] };
    const { store } = setUp({
      ownIssuers: [{ issuer: 'http://sso.contoso.example', shape: 'oidc' }, 7, issuer],
      ownWebmails: [webmail, { ...webmail, host: '*' }, null],
    });
    await store.ready;
    expect(store.current()).toEqual({
      ...defaultSettings,
      ownIssuers: [issuer],
      ownWebmails: [webmail],
    });
  });

  test('keep as many of them as their bound says', async () => {
    const ownIssuers = Array.from({ length: maxIssuers + 1 }, (_, index) => ({
      issuer: `https://sso${index}.contoso.example`,
      shape: 'oidc',
    }));
    const { store } = setUp({ ownIssuers });
    await store.ready;
    expect(store.current().ownIssuers).toEqual(ownIssuers.slice(0, maxIssuers));
  });

  test.each([null, 'text', 7, []])('that are %j count as the defaults', async (stored) => {
    const { store } = setUp(stored);
    await store.ready;
    expect(store.current()).toEqual(defaultSettings);
  });

  test('of a disk that cannot be read are the defaults, and that is told', async () => {
    const { store, problems } = setUp('broken disk');
    await store.ready;
    expect(store.current()).toEqual(defaultSettings);
    expect(problems).toEqual(['settings-unreadable']);
  });

  test('are changed one after the other, and none is lost', async () => {
    const { store, disk } = setUp();
    await Promise.all([store.change({ banner: false }), store.change({ retentionDays: 9 })]);
    expect(store.current()).toEqual({ ...defaultSettings, banner: false, retentionDays: 9 });
    expect(disk.get('settings')).toEqual(store.current());
  });

  test('a message changes only what it names', async () => {
    const { store } = setUp({ ...defaultSettings, retentionDays: 7 });
    const answers = answerSettings(store);
    await answers['change-settings']({ type: 'change-settings', changes: { banner: false } });
    expect(await answers.settings()).toEqual({
      ...defaultSettings,
      banner: false,
      retentionDays: 7,
    });
  });
});
