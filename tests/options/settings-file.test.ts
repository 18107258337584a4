import { describe, expect, test } from 'vitest';
import {
  maxSettingsFile,
  readSettingsFile,
  settingsFileName,
  writeSettingsFile,
} from '../../src/protocol/settings-file.ts';
import { defaultSettings, type Settings } from '../../src/protocol/settings-schema.ts';
import { naughtyTexts } from '../support/naughty.ts';

const issuer = { issuer: 'https://sso.contoso.example/realms/staff', shape: 'keycloak' as const };
const full: Settings = {
  ...defaultSettings,
  language: 'de',
  banner: false,
  retentionDays: 7,
  offProviders: ['gmail'],
  ownIssuers: [issuer],
  ownWebmails: [{ host: 'mail.contoso.example', name: 'Mail', issuers: [issuer.issuer] }],
  acceptedFindings: [
    {
      rule: 'key-new',
      keyThumbprint: null,
      keyId: 'k',
      issuer: issuer.issuer,
      account: 'ada@contoso.example',
      acceptedAtMs: 1_795_521_660_000,
    },
  ],
};
const fileOf = (settings: unknown, more: object = {}) =>
  JSON.stringify({ schema: settingsFileName, version: 1, settings, ...more });
const read = (text: string, now = defaultSettings) => readSettingsFile(text, now);

describe('a file of settings', () => {
  test('says what holds, and is read as it was written', () => {
    const written = writeSettingsFile(full, 1_795_521_660_000);
    expect(JSON.parse(written)).toMatchObject({
      schema: 'countersign-settings',
      version: 1,
      exportedAt: '2026-11-24T12:01:00.000Z',
    });
    const result = read(written);
    if (!result.ok) throw new Error(result.code);
    expect(result.value.settings).toEqual(full);
    expect(result.value.unreadable).toEqual([]);
    expect([...result.value.changed].sort()).toEqual(
      Object.keys(defaultSettings)
        .filter((name) => name !== 'notifications')
        .filter((name) => name in fullChanges)
        .sort(),
    );
  });
  const fullChanges: Record<string, true> = {
    language: true,
    banner: true,
    retentionDays: true,
    offProviders: true,
    ownIssuers: true,
    ownWebmails: true,
    acceptedFindings: true,
  };

  test('of what holds already changes nothing, in whatever order its members stand', () => {
    const turned = Object.fromEntries(Object.entries(full).reverse());
    const [webmail] = full.ownWebmails;
    const result = read(
      fileOf({
        ...turned,
        ownWebmails: [Object.fromEntries(Object.entries(webmail ?? {}).reverse())],
      }),
      full,
    );
    expect(result).toEqual({ ok: true, value: { settings: full, changed: [], unreadable: [] } });
  });

  test('leaves alone what it does not name', () => {
    const result = read(fileOf({ banner: true }), full);
    expect(result.ok && result.value.settings).toEqual({ ...full, banner: true });
    expect(result.ok && result.value.changed).toEqual(['banner']);
  });

  test('keeps what holds of a value that cannot be read, and says which', () => {
    const result = read(fileOf({ retentionDays: 0, language: 'tlh', banner: true }), full);
    if (!result.ok) throw new Error(result.code);
    expect(result.value.settings).toEqual({ ...full, banner: true });
    expect([...result.value.unreadable].sort()).toEqual(['language', 'retentionDays']);
  });

  test('keeps the readable entries of a list, and says that some were lost', () => {
    const result = read(
      fileOf({ ownIssuers: [{ ...issuer, issuer: 'javascript:alert(1)' }, issuer] }),
    );
    if (!result.ok) throw new Error(result.code);
    expect(result.value.settings.ownIssuers).toEqual([issuer]);
    expect(result.value.unreadable).toEqual(['ownIssuers']);
  });
});

describe('a file that is none', () => {
  test.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['['.repeat(500_000), 'not-json'],
    ['null', 'not-settings'],
    ['[]', 'not-settings'],
    ['{}', 'not-settings'],
    ['{"schema":"countersign-settings","version":1}', 'not-settings'],
    ['{"schema":"countersign-settings","version":"1","settings":{}}', 'not-settings'],
    ['{"schema":"other","version":1,"settings":{}}', 'not-settings'],
    ['{"schema":"countersign-settings","version":2,"settings":{}}', 'newer-version'],
  ])('%.40s is refused as %s', (text, code) => {
    expect(read(text)).toEqual({ ok: false, code });
  });

  test('is as long as may be, and one character longer', () => {
    const filled = fileOf({}, { filler: '' });
    const room = maxSettingsFile - filled.length;
    expect(read(fileOf({}, { filler: 'x'.repeat(room) })).ok).toBe(true);
    expect(read(fileOf({}, { filler: 'x'.repeat(room + 1) }))).toEqual({
      ok: false,
      code: 'too-large',
    });
  });

  test('never throws, and never takes over more than names, whatever strings stand in it', () => {
    expect(naughtyTexts.length).toBeGreaterThan(400);
    for (const text of naughtyTexts) {
      expect(read(text).ok).toBe(false);
      const result = read(
        fileOf({
          language: text,
          retentionDays: text,
          offProviders: [text],
          ownIssuers: [{ issuer: text, shape: text }],
          ownWebmails: [{ host: text, name: text, issuers: [text] }],
          acceptedFindings: text,
          [text]: text,
        }),
      );
      if (!result.ok) throw new Error(result.code);
      const { offProviders, ...rest } = result.value.settings;
      const { offProviders: _none, ...defaults } = defaultSettings;
      expect(rest).toEqual(defaults);
      expect(offProviders.length).toBeLessThanOrEqual(1);
    }
  });

  test('with a member that is called as what every object has changes nothing', () => {
    const text = `{"schema":"countersign-settings","version":1,"settings":{"__proto__":{"banner":false},"constructor":1,"toString":2}}`;
    const result = read(text);
    expect(result.ok && result.value.changed).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'banner')).toBe(false);
  });
});
