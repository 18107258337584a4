import { calculateJwkThumbprint } from 'jose';
import { describe, expect, test } from 'vitest';
import { parseKeyDocument } from '../../../src/core/index.ts';
import { deniedKeys } from '../../../src/core/keys/denied.ts';
import { maxKeys, maxMemberLength } from '../../../src/core/keys/document.ts';
import { type MadeCertificate, makeCertificate } from '../../support/certificates.ts';
import { commonKeysUrl } from '../../support/keys.ts';
import { createSigningKey, enterpriseOwner } from '../../support/tokens.ts';

const parse = async (value: unknown) => {
  const parsed = await parseKeyDocument(commonKeysUrl, value);
  if (!parsed.ok) return parsed.code;
  return parsed.value;
};
const small = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };

describe('reading', () => {
  test('a key as Microsoft publishes it, with its RFC 7638 thumbprint', async () => {
    const { entry, kid } = await createSigningKey(enterpriseOwner);
    const thumbprint = await calculateJwkThumbprint({
      kty: 'RSA',
      n: String(entry['n']),
      e: String(entry['e']),
    });
    expect(await parse({ keys: [entry] })).toMatchObject({
      url: commonKeysUrl,
      skipped: 0,
      keys: [{ kid, x5t: kid, alg: null, owner: enterpriseOwner, thumbprint }],
    });
  });
  test('elliptic-curve keys have their thumbprint too', async () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'AQ', y: 'Ag' };
    const thumbprint = await calculateJwkThumbprint(key);
    expect(await parse({ keys: [key] })).toMatchObject({ keys: [{ thumbprint }] });
  });
  test('the same modulus written with padding or a leading zero is the same key', async () => {
    const document = await parse({
      keys: [
        { ...small, n: '_wAB' },
        { ...small, n: 'AP8AAQ' },
        { ...small, n: 'AP8AAQ==' },
      ],
    });
    if (typeof document === 'string') throw new Error(document);
    expect(new Set(document.keys.map((key) => key.thumbprint)).size).toBe(1);
  });
  test('keys for encryption and keys of unknown kinds are counted, not used', async () => {
    const unusable = [
      { ...small, use: 'enc' },
      { kty: 'oct', k: 'c2VjcmV0' },
      { kty: 'RSA', n: 'AQAB' },
      { kty: 'RSA', n: '!!', e: 'AQAB' },
      { kty: 'RSA', n: 'AAAA', e: 'AQAB' },
      { kty: 'RSA', n: 5, e: 'AQAB' },
      null,
      [],
      'key',
    ];
    expect(await parse({ keys: unusable })).toMatchObject({ keys: [], skipped: unusable.length });
  });
});

describe('refusing', () => {
  test.each([null, undefined, 1, 'x', [], {}, { keys: null }, { keys: {} }, { keys: 'x' }])(
    '%j is no key document',
    async (value) => {
      expect(await parse(value)).toBe('not-a-key-document');
    },
  );
  test('the largest set that is read, and one past it', async () => {
    const many = (count: number) => ({ keys: Array.from({ length: count }, () => null) });
    expect(await parse(many(maxKeys))).toMatchObject({ skipped: maxKeys });
    expect(await parse(many(maxKeys + 1))).toBe('not-a-key-document');
  });
  test('a member past the longest is not used', async () => {
    const withKid = (length: number) => ({ keys: [{ ...small, kid: 'k'.repeat(length) }] });
    expect(await parse(withKid(maxMemberLength))).toMatchObject({
      keys: [{ kid: 'k'.repeat(maxMemberLength) }],
    });
    expect(await parse(withKid(maxMemberLength + 1))).toMatchObject({ keys: [{ kid: null }] });
  });
});

test.each([
  [['verify'], 1],
  [['sign', 'verify'], 1],
  [['signing'], 1],
  [['encrypt'], 0],
  [[], 0],
  ['encrypt', 1],
])('a key for %j is listed %i times', async (key_ops, count) => {
  const document = await parse({ keys: [{ kty: 'RSA', n: 'AQAB', e: 'AQAB', key_ops }] });
  expect(document).toMatchObject({ keys: { length: count } });
});

test('the shipped stolen key is the published one: its material gives its thumbprint', async () => {
  expect(deniedKeys.length).toBeGreaterThan(0);
  for (const { key } of deniedKeys) {
    const document = await parse({ keys: [{ ...key.jwk, kid: key.kid }] });
    expect(document).toMatchObject({ keys: [{ thumbprint: key.thumbprint }] });
  }
});

describe('certificates of keys', () => {
  const entryOf = async ({ keys, der }: MadeCertificate) => {
    const { kty, n, e } = await crypto.subtle.exportKey('jwk', keys.publicKey);
    return { kty, n, e, x5c: [der.toString('base64')] };
  };

  test('are compared with the key of their entry', async () => {
    const entry = await entryOf(await makeCertificate());
    const other = await entryOf(await makeCertificate());
    const document = await parse({
      keys: [entry, { ...entry, x5c: other.x5c }, { ...entry, x5c: undefined }],
    });
    if (typeof document === 'string') throw new Error(document);
    expect(document.keys.map(({ certifiesOther }) => certifiesOther)).toEqual([false, true, false]);
  });

  test('of a kind whose key is not read are no other one', async () => {
    const { x5c } = await entryOf(await makeCertificate({ isElliptic: true }));
    expect(await parse({ keys: [{ ...small, x5c }] })).toMatchObject({
      keys: [{ certifiesOther: false }],
    });
  });
});

test.each([
  ['microsoftonline.us', 'microsoftonline.us'],
  [5, null],
  [undefined, null],
])('a cloud of %j is read as %j', async (cloud_instance_name, cloudInstance) => {
  expect(await parse({ keys: [{ ...small, cloud_instance_name }] })).toMatchObject({
    keys: [{ cloudInstance }],
  });
});
