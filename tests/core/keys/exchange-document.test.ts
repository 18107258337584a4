import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseKeyDocument } from '../../../src/core/index.ts';
import { maxCertificateLength, readCertified } from '../../../src/core/keys/certificate.ts';
import { maxNumberLength, readRsaKey } from '../../../src/core/keys/subject-key.ts';
import { exchangeEntryOf, makeCertificate } from '../../support/certificates.ts';
import { commonKeysUrl } from '../../support/keys.ts';

const url = 'https://outlook.office365.com/autodiscover/metadata/json/1';
const made = await makeCertificate();
const entry = exchangeEntryOf(made);
const elliptic = (await makeCertificate({ isElliptic: true })).der.toString('base64');
const published = await crypto.subtle.exportKey('jwk', made.keys.publicKey);

const keysOf = async (keys: unknown, from = url) => {
  const parsed = await parseKeyDocument(from, { serviceName: 'x', issuer: 'y@*', keys });
  if (!parsed.ok) throw new Error(parsed.code);
  return parsed.value;
};

describe('a key document in Exchange’s own form', () => {
  test('gives the key of each certificate under both of its names', async () => {
    expect(await keysOf([entry])).toEqual({
      url,
      skipped: 0,
      keys: [
        {
          jwk: { kty: 'RSA', n: published.n, e: published.e },
          kid: made.hash.toString('hex').toUpperCase(),
          x5t: made.hash.toString('base64url'),
          alg: null,
          owner: null,
          certificate: {
            notBeforeSeconds: Date.parse('2016-04-05T14:43:35Z') / 1000,
            notAfterSeconds: Date.parse('2021-04-04T14:43:35Z') / 1000,
            sha1: made.hash.toString('base64url'),
            sha256: createHash('sha256').update(made.der).digest('base64url'),
          },
          certifiesOther: false,
          cloudInstance: null,
          thumbprint: expect.stringMatching(/^[\w-]{43}$/),
        },
      ],
    });
  });

  test('names keys in either base64', async () => {
    const standard = { x5t: made.hash.toString('base64') };
    const { keys } = await keysOf([{ ...entry, keyinfo: standard }]);
    expect(keys[0]?.x5t).toBe(made.hash.toString('base64url'));
  });

  test.each([
    {},
    { kty: 'RSA', n: published.n, e: published.e, kid: 'x' },
    { ...entry, usage: 'encryption' },
    { ...entry, keyinfo: { x5t: 'AAAA' } },
    { ...entry, keyinfo: {} },
    { ...entry, keyinfo: null },
    { ...entry, keyinfo: [entry.keyinfo] },
    { ...entry, keyvalue: { ...entry.keyvalue, type: 'pem' } },
    { ...entry, keyvalue: { ...entry.keyvalue, value: elliptic } },
    { ...entry, keyvalue: { ...entry.keyvalue, value: 'MIIC' } },
    { ...entry, keyvalue: { ...entry.keyvalue, value: 1 } },
    { ...entry, keyvalue: 'x' },
    Object.create({ ...entry }),
  ])('counts what cannot be used: %#', async (bad) => {
    expect(await keysOf([entry, bad])).toMatchObject({ skipped: 1, keys: [{}] });
  });

  test('is read at its own address alone, and nothing else is read there', async () => {
    expect(await keysOf([entry], commonKeysUrl)).toMatchObject({ skipped: 1, keys: [] });
    const jwk = { ...published, kid: 'k', use: 'sig', key_ops: ['verify'] };
    expect(await keysOf([jwk], commonKeysUrl)).toMatchObject({ skipped: 0 });
    expect(await keysOf([jwk])).toMatchObject({ skipped: 1, keys: [] });
  });
});

describe('the key in a certificate', () => {
  test.each([1024, 3072])('of %i bits', async (bits) => {
    const { der, keys } = await makeCertificate({ bits });
    const { n, e } = await crypto.subtle.exportKey('jwk', keys.publicKey);
    expect((await readCertified(der.toString('base64')))?.key).toEqual({ kty: 'RSA', n, e });
  });
  test('of another kind is none, and the certificate still says its dates', async () => {
    expect(await readCertified(elliptic)).toMatchObject({
      key: null,
      certificate: { notBeforeSeconds: expect.any(Number) },
    });
  });
  test('cut or changed anywhere, it throws nothing and gives at most another certificate', async () => {
    for (let at = 0; at < made.der.length; at++) {
      expect(await readCertified(made.der.subarray(0, at).toString('base64'))).toBeNull();
      const changed = Buffer.from(made.der);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const read = await readCertified(changed.toString('base64'));
      expect(read?.certificate.sha1).not.toBe(made.hash.toString('base64url'));
    }
  });
  test('past the bound is none', async () => {
    expect(await readCertified('A'.repeat(maxCertificateLength + 4))).toBeNull();
  });

  const number = (bytes: readonly number[]) => [
    0x02,
    0x82,
    bytes.length >> 8,
    bytes.length & 255,
    ...bytes,
  ];
  const sequence = (content: readonly number[]) => [
    0x30,
    0x82,
    content.length >> 8,
    content.length & 255,
    ...content,
  ];
  const info = (modulus: readonly number[], exponent: readonly number[], spare = 0) => {
    const numbers = [spare, ...sequence([...number(modulus), ...number(exponent)])];
    const bits = [0x03, 0x82, numbers.length >> 8, numbers.length & 255, ...numbers];
    const oid = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
    return Uint8Array.from([...sequence(oid), ...bits]);
  };
  const keyOf = (content: Uint8Array) =>
    readRsaKey(content, { tag: 0x30, start: 0, end: content.length });
  const long = (length: number) => Array.from({ length }, () => 0x7f);

  test('the longest number that is read, and one byte more', () => {
    expect(keyOf(info([0, ...long(maxNumberLength)], [3]))).not.toBeNull();
    expect(keyOf(info([0, ...long(maxNumberLength + 1)], [3]))).toBeNull();
  });
  test('leading zeros are no part of a number', () => {
    expect(keyOf(info([0, 0, 0x80], [1, 0, 1]))).toEqual({ kty: 'RSA', n: 'gA', e: 'AQAB' });
  });
  test.each([
    ['negative', info([0x80], [3])],
    ['zero', info([0], [3])],
    ['empty', info([], [3])],
    ['in bits that do not fill their bytes', info([1], [3], 1)],
  ])('a number that is %s is none', (_, content) => {
    expect(keyOf(content)).toBeNull();
  });
});
