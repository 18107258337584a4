import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readKeyFiles } from '../../src/cli/key-files.ts';
import { maxKeyFileBytes } from '../../src/input/keys/recorded-document.ts';
import { createRecordedKeys } from '../../src/input/keys/recorded-keys.ts';
import { makeCertificate, pemOf } from '../support/certificates.ts';
import { commonKeysUrl, commonV1KeysUrl, consumerKeysUrl } from '../support/keys.ts';
import {
  consumerOwner,
  createSigningKey,
  enterpriseOwner,
  enterpriseTenant,
} from '../support/tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const enterprise = await createSigningKey(enterpriseOwner);
const old = await createSigningKey();
const consumer = await createSigningKey(consumerOwner);
const ofTenant = await createSigningKey(enterpriseOwner.replace('{tenantid}', enterpriseTenant));
const warnings: string[] = [];
const read = (name: string, value: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return readKeyFiles(file, (sentence) => warnings.push(sentence));
};

describe('key files', () => {
  test('say their address, or their keys give it away', async () => {
    const addresses = await Promise.all(
      [
        {
          url: 'https://keys.example/jwks',
          observed_at: '2024-07-01',
          jwks: { keys: [old.entry] },
        },
        { metadata: { jwks_uri: commonKeysUrl }, jwks: { keys: [enterprise.entry] } },
        { jwks: { keys: [enterprise.entry, consumer.entry] } },
        { jwks: { keys: [consumer.entry] } },
        { jwks: { keys: [old.entry] } },
        { jwks: { keys: [ofTenant.entry] } },
      ].map(async (value, index) => (await read(`a${index}.json`, value))[0]?.url),
    );
    expect(addresses).toEqual([
      'https://keys.example/jwks',
      commonKeysUrl,
      commonKeysUrl,
      consumerKeysUrl,
      commonV1KeysUrl,
      `https://login.microsoftonline.com/${enterpriseTenant}/discovery/v2.0/keys`,
    ]);
  });

  test('a bare set is named by its address', async () => {
    const file = join(folder, 'bare.json');
    writeFileSync(file, JSON.stringify({ keys: [old.entry] }));
    const [document] = await readKeyFiles(`${commonV1KeysUrl}=${file}`, () => {});
    expect(document).toMatchObject({ url: commonV1KeysUrl, observedAtMs: null });
  });

  test('a vague time is no time', async () => {
    const times = await Promise.all(
      ['2024', '2024-02', '2020-05..2022', 'unknown'].map(
        async (_observed_at, index) =>
          (await read(`t${index}.json`, { _observed_at, jwks: { keys: [old.entry] } }))[0]
            ?.observedAtMs,
      ),
    );
    expect(times).toEqual([null, null, null, null]);
  });

  test('in folders are read one level deep, and what is none of them is told', async () => {
    const inner = join(folder, 'folder', 'inner');
    mkdirSync(join(inner, 'deeper'), { recursive: true });
    const good = JSON.stringify({ url: commonKeysUrl, jwks: { keys: [enterprise.entry] } });
    writeFileSync(join(folder, 'folder', 'a.json'), good);
    writeFileSync(join(folder, 'folder', 'readme.md'), '# what this is');
    writeFileSync(join(folder, 'folder', '.hidden.json'), good);
    writeFileSync(join(folder, 'folder', 'hostile.json'), '{"jwks":{"keys":{"length":1}}}');
    writeFileSync(join(folder, 'folder', 'large.json'), ' '.repeat(maxKeyFileBytes + 1));
    writeFileSync(join(inner, 'b.json'), `\uFEFF${good}`);
    writeFileSync(join(inner, 'deeper', 'c.json'), good);
    const told: string[] = [];
    const found = await readKeyFiles(join(folder, 'folder'), (sentence) => told.push(sentence));
    expect(found.map(({ file }) => basename(file))).toEqual(['a.json', 'b.json']);
    expect(told).toEqual([
      'left out: hostile.json: is not a key document',
      'left out: large.json: is too large for a key document',
      'left out: readme.md: is not JSON',
    ]);
    await expect(readKeyFiles(join(folder, 'folder', 'large.json'), () => {})).rejects.toThrow(
      'too large',
    );
  });

  test('named by an address may be a folder, and the address may hold an equals sign', async () => {
    const sets = join(folder, 'sets');
    mkdirSync(sets);
    const file = join(sets, 'set.json');
    writeFileSync(file, JSON.stringify({ keys: [old.entry] }));
    const url = `https://login.microsoftonline.com/${enterpriseTenant}/discovery/keys?appid=11111111-2222-4333-8444-555555555555`;
    for (const argument of [`${url}=${file}`, `${url}=${sets}`]) {
      const [document] = await readKeyFiles(argument, () => {});
      expect(document?.url).toBe(url.split('?')[0]);
      // The address says whose keys these are.
      expect(document?.document.keys[0]?.owner).toBe(
        `https://login.microsoftonline.com/${enterpriseTenant}/v2.0`,
      );
    }
    await expect(readKeyFiles(`${commonKeysUrl}=${file}.absent`, () => {})).rejects.toThrow(
      'does not exist',
    );
  });

  test('at an address that no known issuer has are told of', async () => {
    const file = join(folder, 'bare.json');
    const told: string[] = [];
    await readKeyFiles(`https://keys.example/jwks=${file}`, (sentence) => told.push(sentence));
    expect(told.join()).toContain(
      'no issuer that is known publishes its keys at https://keys.exam',
    );
  });

  test('of Google may be certificates, or have the thumbprint as key id', async () => {
    const google = 'https://www.googleapis.com/oauth2/v3/certs';
    const certificate = pemOf(
      await makeCertificate({ name: 'CN=federated-signon.system.gserviceaccount.com' }),
    );
    const [legacy] = await read('legacy.json', {
      _observed_at: '2020-04-29',
      jwks: { f9d97b4cae90bcd76aeb20026f6b770cac221783: certificate },
    });
    expect(legacy?.url).toBe(google);
    expect(legacy?.document.keys[0]?.kid).toBe('f9d97b4cae90bcd76aeb20026f6b770cac221783');
    const account = pemOf(
      await makeCertificate({ name: 'CN=robot@project.iam.gserviceaccount.com' }),
    );
    await expect(read('robot.json', { a8611b6a: account })).rejects.toThrow('not a key document');
    const file = join(folder, 'java.json');
    const kid = 'w4NV5yCen5kJvoUZIojQhZZUopU';
    writeFileSync(file, JSON.stringify({ keys: [{ ...old.entry, kid }] }));
    const [document] = await readKeyFiles(`${google}=${file}`, () => {});
    expect(document?.document.keys[0]?.kid).toBe('c38355e7209e9f9909be85192288d0859654a295');
  });

  test('a file that gives no address away is named in a warning', async () => {
    expect(await read('odd.json', { jwks: { keys: [{ kty: 'RSA', kid: '***' }] } })).toEqual([]);
    expect(warnings.join()).toContain('odd.json');
  });

  test('errors name the file and nothing in it', async () => {
    await expect(read('no.json', 'top secret')).rejects.toThrow(/no\.json is not JSON$/);
    await expect(readKeyFiles(join(folder, 'absent.json'), () => {})).rejects.toThrow(
      'does not exist',
    );
    await expect(read('set.json', { url: commonKeysUrl, jwks: [] })).rejects.toThrow(
      'not a key document',
    );
  });
});

describe('recorded keys', () => {
  const at = Date.parse('2024-07-02T12:00:00Z');
  const recorded = async (...entries: readonly [string, object][]) =>
    (
      await Promise.all(
        entries.map(([observed_at, entry], index) =>
          read(`r${index}${observed_at.replaceAll(':', '')}.json`, {
            url: commonKeysUrl,
            observed_at,
            jwks: { keys: [entry] },
          }),
        ),
      )
    ).flat();
  const readingAt = async (documents: Awaited<ReturnType<typeof recorded>>) =>
    (await createRecordedKeys(documents, at).read([commonKeysUrl], { kid: null, x5t: null }))
      .readings[0];

  test('are fresh for a day after they were observed, and not before it', async () => {
    const freshness = async (time: string) =>
      (await readingAt(await recorded([time, enterprise.entry])))?.freshness;
    expect(await freshness('2024-07-01T12:00:00Z')).toBe('fresh');
    expect(await freshness('2024-07-01T11:59:59Z')).toBe('stale');
    expect(await freshness('2024-07-02T12:00:01Z')).toBe('stale');
  });

  test('of a key id with two materials, the one observed nearest before counts', async () => {
    const swapped = { ...second.entry, kid: enterprise.kid };
    const reading = await readingAt(
      await recorded(
        ['2024-07-01T10:00:00Z', enterprise.entry],
        ['2024-07-01T20:00:00Z', swapped],
        ['2024-07-03T00:00:00Z', enterprise.entry],
      ),
    );
    expect(reading?.document?.keys.map(({ jwk }) => jwk.n)).toEqual([second.entry['n']]);
  });

  test('an address that nobody recorded is out of reach', async () => {
    const { readings } = await createRecordedKeys([], at).read([commonKeysUrl], {
      kid: 'a',
      x5t: null,
    });
    expect(readings[0]).toMatchObject({ freshness: 'none', document: null });
  });
});

const second = await createSigningKey(enterpriseOwner);
