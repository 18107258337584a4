import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import { type Issuer, type PublishedKey, parseKeyDocument } from '../../../src/core/index.ts';
import { entra } from '../../../src/core/issuers/entra.ts';
import { findAlgorithm, minRs256Bits } from '../../../src/core/keys/algorithms.ts';
import { verifySignature } from '../../../src/core/keys/verify.ts';
import { decodeCredential } from '../../../src/core/token/decode.ts';
import type { UnverifiedToken } from '../../../src/core/token/token.ts';
import { encodeSegment, signNonceToken } from '../../support/tokens.ts';

const issuerThatAllows = (...algorithms: string[]): Issuer => ({
  ...entra,
  algorithms,
  headerNonce: false,
});

interface Pair {
  readonly privateKey: CryptoKey;
  readonly published: PublishedKey;
}

async function pairOf(alg: string, options: Parameters<typeof generateKeyPair>[1] = {}) {
  const pair = await generateKeyPair(alg, { extractable: true, ...options });
  return { privateKey: pair.privateKey, published: await publish(await exportJWK(pair.publicKey)) };
}

async function publish(jwk: object): Promise<PublishedKey> {
  const parsed = await parseKeyDocument('https://issuer.example/keys', { keys: [jwk] });
  const key = parsed.ok ? parsed.value.keys[0] : undefined;
  if (key === undefined) throw new Error('the key could not be published');
  return key;
}

/** A pair of RSA keys of a size that jose does not make. */
async function rsaPairOf(bits: number, name = 'RSASSA-PKCS1-v1_5', hash = 'SHA-256') {
  const pair = await crypto.subtle.generateKey(
    { name, hash, modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  return { privateKey: pair.privateKey, published: await publish(await exportJWK(pair.publicKey)) };
}

const payload = new TextEncoder().encode('{"iss":"i"}');

async function sign({ privateKey }: Pair, alg: string, header: object = {}): Promise<string> {
  return new CompactSign(payload).setProtectedHeader({ ...header, alg }).sign(privateKey);
}

/** Signs these exact segments by RSA and SHA-256, whatever they say. */
async function signText({ privateKey }: Pair, signed: string): Promise<string> {
  const bytes = new TextEncoder().encode(signed);
  const signature = await crypto.subtle.sign({ name: 'RSASSA-PKCS1-v1_5' }, privateKey, bytes);
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}

function read(text: string): UnverifiedToken {
  const token = decodeCredential(text);
  if (token.kind !== 'jws') throw new Error(`a test token could not be read: ${token.kind}`);
  return token;
}

const withSignature = (text: string, change: (bytes: Uint8Array) => Uint8Array): string => {
  const end = text.lastIndexOf('.') + 1;
  const changed = change(new Uint8Array(Buffer.from(text.slice(end), 'base64url')));
  return text.slice(0, end) + Buffer.from(changed).toString('base64url');
};

const verify = (text: string, { published }: Pair, issuer: Issuer) =>
  verifySignature(read(text), published, issuer);

const verified = { kind: 'verified', form: 'plain' };
const failed = { kind: 'failed' };
const unusable = { kind: 'not-checked', reason: 'key-unusable' };

const ofOneKind = [
  ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ['ES256'],
  ['ES384'],
  ['ES512'],
  ['EdDSA', 'Ed25519'],
];
const algorithms = ofOneKind.flat();
const pairs = new Map<string, Pair>();
const others = new Map<string, Pair>();
for (const alg of algorithms) {
  pairs.set(alg, await pairOf(alg));
  others.set(alg, await pairOf(alg));
}
const pairFor = (alg: string, from = pairs): Pair => {
  const pair = from.get(alg);
  if (pair === undefined) throw new Error(`there is no key for ${alg}`);
  return pair;
};
const rsa = pairFor('RS256');

describe.each(algorithms)('%s', (alg) => {
  const pair = pairFor(alg);
  const issuer = issuerThatAllows('RS256', alg);

  test('its signature is verified', async () => {
    expect(await verify(await sign(pair, alg), pair, issuer)).toEqual(verified);
  });

  test('a signature of another key, of nothing, or cut, prolonged or changed fails', async () => {
    const token = await sign(pair, alg);
    const changes: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
      () => new Uint8Array(),
      (bytes) => bytes.slice(1),
      (bytes) => bytes.slice(0, -1),
      (bytes) => new Uint8Array([0, ...bytes]),
      (bytes) => new Uint8Array([...bytes, 0]),
      (bytes) => bytes.map((byte, index) => (index === 5 ? byte ^ 1 : byte)),
      // Zeros are a signature to careless verifiers (CVE-2022-21449), and ones are larger than any modulus.
      (bytes) => bytes.fill(0),
      (bytes) => bytes.fill(255),
    ];
    for (const change of changes) {
      expect(await verify(withSignature(token, change), pair, issuer)).toEqual(failed);
    }
    expect(await verify(token, pairFor(alg, others), issuer)).toEqual(failed);
  });

  test('a changed header or payload fails', async () => {
    const [, claims = '', signature = ''] = (await sign(pair, alg)).split('.');
    const header = encodeSegment(JSON.stringify({ alg, kid: 'x' }));
    expect(await verify(`${header}.${claims}.${signature}`, pair, issuer)).toEqual(failed);
    const [genuine = ''] = (await sign(pair, alg)).split('.');
    const changed = encodeSegment('{"iss":"j"}');
    expect(await verify(`${genuine}.${changed}.${signature}`, pair, issuer)).toEqual(failed);
  });

  test('is not checked when the issuer does not list it', async () => {
    const not = { kind: 'not-checked', reason: 'algorithm' };
    const token = await sign(pair, alg);
    for (const listed of [
      [],
      [alg.toLowerCase()],
      [`${alg} `],
      algorithms.filter((a) => a !== alg),
    ]) {
      expect(await verify(token, pair, issuerThatAllows(...listed))).toEqual(not);
    }
  });

  test('is not checked with a key of another kind or curve', async () => {
    const token = await sign(pair, alg);
    const kind = ofOneKind.find((names) => names.includes(alg)) ?? [];
    const foreign = algorithms.filter((name) => !kind.includes(name));
    expect(foreign.length).toBeGreaterThan(4);
    for (const name of foreign) {
      expect(await verify(token, pairFor(name), issuer)).toEqual(unusable);
    }
  });
});

describe('algorithms without a public key', () => {
  test.each([
    'none',
    'HS256',
    'HS512',
    'RS1',
    'ES256K',
    'RSA-OAEP',
    '__proto__',
    'constructor',
    '',
  ])('%j checks nothing, even when an issuer lists it', async (alg) => {
    const token = `${encodeSegment(JSON.stringify({ alg }))}.e30.AAAA`;
    for (const pair of pairs.values()) {
      expect(await verify(token, pair, issuerThatAllows(alg))).toEqual(unusable);
    }
    expect(findAlgorithm(alg)).toBeNull();
  });

  test('a public key is no shared secret', async () => {
    const { n = '' } = rsa.published.jwk;
    const secret = await crypto.subtle.importKey(
      'raw',
      Buffer.from(n, 'base64url'),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const token = await new CompactSign(payload).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await verify(token, rsa, issuerThatAllows('HS256'))).toEqual(unusable);
  });
});

describe('the size of an RSA key', () => {
  test('1,024 bits are checked by RS256 alone, as Yahoo signs', async () => {
    const pair = await rsaPairOf(minRs256Bits);
    const text = await signText(pair, `${encodeSegment('{"alg":"RS256"}')}.e30`);
    expect(await verify(text, pair, issuerThatAllows('RS256'))).toEqual(verified);
    const changed = withSignature(text, (bytes) => bytes.reverse());
    expect(await verify(changed, pair, issuerThatAllows('RS256'))).toEqual(failed);
    for (const alg of ['RS384', 'RS512', 'PS256', 'PS384', 'PS512']) {
      const other = `${encodeSegment(JSON.stringify({ alg }))}.e30.${text.split('.')[2]}`;
      expect(await verify(other, pair, issuerThatAllows(alg))).toEqual(unusable);
    }
  });

  test.each([
    ['RS256', minRs256Bits - 8],
    ['RS384', 2040],
    ['RS512', 2040],
    ['PS256', 2040],
    ['PS384', 2040],
    ['PS512', 2040],
  ])('%s with %i bits is not checked', async (alg, bits) => {
    const isPss = alg.startsWith('PS');
    const hash = `SHA-${alg.slice(2)}`;
    const pair = await rsaPairOf(bits, isPss ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash);
    const signed = `${encodeSegment(JSON.stringify({ alg }))}.e30`;
    const parameters = isPss
      ? { name: 'RSA-PSS', saltLength: Number(alg.slice(2)) / 8 }
      : { name: 'RSASSA-PKCS1-v1_5' };
    const bytes = await crypto.subtle.sign(
      parameters,
      pair.privateKey,
      new TextEncoder().encode(signed),
    );
    const token = `${signed}.${Buffer.from(bytes).toString('base64url')}`;
    expect(await verify(token, pair, issuerThatAllows(alg))).toEqual(unusable);
  });

  test('whose length is no whole number of bytes is checked', async () => {
    const pair = await rsaPairOf(2049);
    const text = await signText(pair, `${encodeSegment('{"alg":"RS256"}')}.e30`);
    expect(await verify(text, pair, issuerThatAllows('RS256'))).toEqual(verified);
  });
});

describe('extensions that must be understood', () => {
  const check = async (header: object) => {
    const text = await signText(
      rsa,
      `${encodeSegment(JSON.stringify({ alg: 'RS256', ...header }))}.e30`,
    );
    return verify(text, rsa, issuerThatAllows('RS256'));
  };
  test.each([
    { crit: ['exp'], exp: 1 },
    { crit: ['b64', 'exp'], b64: true, exp: 1 },
    { crit: ['exp', 'b64'], b64: true, exp: 1 },
    { crit: [] },
    { crit: [''] },
    { crit: null },
    { crit: 'b64', b64: true },
    { crit: { 0: 'b64', length: 1 }, b64: true },
    { crit: [['b64']], b64: true },
    { crit: [1] },
    { crit: ['b64'] },
    { crit: ['b64'], b64: null },
    { crit: ['b64'], b64: 'true' },
    { crit: ['alg'] },
    { crit: ['__proto__'] },
  ])('%j is not checked', async (header) => {
    expect(await check(header)).toEqual(unusable);
  });

  test.each([
    { b64: false },
    { b64: 'x' },
    { crit: ['b64'], b64: true },
    { crit: ['b64'], b64: false },
  ])('%j changes nothing about what a compact token signs', async (header) => {
    expect(await check(header)).toEqual(verified);
  });

  test('a forgery cannot hide behind them', async () => {
    const header = encodeSegment('{"alg":"RS256","crit":["b64"],"b64":true}');
    const forged = `${header}.e30.${Buffer.alloc(256, 1).toString('base64url')}`;
    expect(await verify(forged, rsa, issuerThatAllows('RS256'))).toEqual(failed);
  });
});

describe('what was signed', () => {
  test('is the text as it was sent, whatever its encoding', async () => {
    const header = Buffer.from('{"alg":"RS256","a":"\u07ff?>"}').toString('base64');
    expect(header).toMatch(/[+/]/);
    const token = await signText(rsa, `${header}.eyJhIjoxfQ==`);
    expect(await verify(token, rsa, issuerThatAllows('RS256'))).toEqual(verified);
    const canonical = token.replaceAll('+', '-').replaceAll('=', '');
    expect(await verify(canonical, rsa, issuerThatAllows('RS256'))).toEqual(failed);
  });

  test('padding of the signature does not decide', async () => {
    const token = `${await sign(rsa, 'RS256')}==`;
    expect(await verify(token, rsa, issuerThatAllows('RS256'))).toEqual(verified);
  });

  test('the nonce form is told apart, and only where the issuer has it', async () => {
    const { privateKey, published } = await pairOf('RS256');
    const key = { kid: 'k', privateKey, entry: {} };
    const token = await signNonceToken(key, { iss: 'i' }, 'a nonce');
    const issuer = { ...issuerThatAllows('RS256'), headerNonce: true };
    const form = { kind: 'verified', form: 'header-nonce' };
    expect(await verifySignature(read(token), published, issuer)).toEqual(form);
    expect(await verify(token, { privateKey, published }, issuerThatAllows('RS256'))).toEqual(
      failed,
    );
    const plain = await sign(rsa, 'RS256', { nonce: 'a nonce' });
    expect(await verify(plain, rsa, issuer)).toEqual(verified);
  });
});

describe('a key', () => {
  test('is imported once for each algorithm', async () => {
    const spy = vi.spyOn(crypto.subtle, 'importKey');
    try {
      const pair = { ...rsa, published: await publish({ ...rsa.published.jwk }) };
      const issuer = issuerThatAllows('RS256', 'PS256');
      const tokens = [await sign(pair, 'RS256'), await sign(pair, 'RS256')];
      await Promise.all(tokens.map((token) => verify(token, pair, issuer)));
      await verify(tokens[0] ?? '', pair, issuer);
      expect(spy).toHaveBeenCalledTimes(1);
      await verify(withAlg(tokens[0] ?? '', 'PS256'), pair, issuer);
      expect(spy).toHaveBeenCalledTimes(2);
    } finally {
      spy.mockRestore();
    }
  });

  test.each([
    { kty: 'RSA', n: 'AQAB', e: 'AQAB' },
    { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' },
    { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' },
    { kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43) },
  ])('that is none cannot be used: %j', async (jwk) => {
    const published = await publish(jwk);
    for (const alg of algorithms) {
      const token = withAlg('e30.e30.AAAA', alg);
      expect(await verifySignature(read(token), published, issuerThatAllows(alg))).toEqual(
        unusable,
      );
    }
  });

  test('that the browser fails to use leaves the question open', async () => {
    const token = await sign(rsa, 'RS256');
    const spy = vi.spyOn(crypto.subtle, 'verify').mockRejectedValue(new Error('secret text'));
    try {
      expect(await verify(token, rsa, issuerThatAllows('RS256'))).toEqual(unusable);
    } finally {
      spy.mockRestore();
    }
  });
});

/** The token with another algorithm named; its signature does not fit any more. */
const withAlg = (text: string, alg: string): string =>
  [encodeSegment(JSON.stringify({ alg })), ...text.split('.').slice(1)].join('.');
