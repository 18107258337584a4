import { describe, expect, test } from 'vitest';
import { inspect, noContext, parseKeyDocument } from '../../../src/core/index.ts';
import { type DeniedKey, deniedKeys } from '../../../src/core/keys/denied.ts';
import { findDeniedSigner } from '../../../src/core/keys/denied-signer.ts';
import { decodeCredential } from '../../../src/core/token/decode.ts';
import { corpusAbsent, corpusPath, readCorpusTokens } from '../../support/corpus.ts';
import { commonKeysUrl, keyPortOf } from '../../support/keys.ts';
import {
  consumerOwner,
  createSigningKey,
  entraClaims,
  signNonceToken,
  signToken,
} from '../../support/tokens.ts';

const stolen = await createSigningKey(consumerOwner);
const other = await createSigningKey(consumerOwner);
const parsed = await parseKeyDocument(commonKeysUrl, { keys: [stolen.entry] });
const [key] = parsed.ok ? parsed.value.keys : [];
const [example] = deniedKeys;
if (key === undefined || example === undefined) throw new Error('no stolen key to test with');
const denied: DeniedKey = { ...example, key };

const failed = { kind: 'failed' } as const;
const unchecked = { kind: 'not-checked', reason: 'no-key' } as const;
const signerOf = (text: string, signature: Parameters<typeof findDeniedSigner>[1] = unchecked) => {
  const token = decodeCredential(text);
  if (token.kind !== 'jws') throw new Error('the test token could not be read');
  return findDeniedSigner(token, signature, [denied]);
};

describe('a signature of a stolen key', () => {
  test('is found whatever the token calls its key', async () => {
    for (const header of [{}, { kid: 'harmless', x5t: 'harmless' }, { kid: undefined }]) {
      expect(await signerOf(await signToken(stolen, entraClaims(), header))).toBe(denied);
    }
  });
  test('is found whoever is said to be the issuer, also where a published key did not fit', async () => {
    const token = await signToken(stolen, entraClaims({ iss: 'https://evil.example' }));
    expect(await signerOf(token)).toBe(denied);
    expect(await signerOf(token, failed)).toBe(denied);
  });
  test('is found in the form with a header nonce', async () => {
    expect(await signerOf(await signNonceToken(stolen, entraClaims(), 'a-nonce-of-Graph'))).toBe(
      denied,
    );
  });
});

describe('no stolen key', () => {
  test('made a signature that a published key explains', async () => {
    const verified = { kind: 'verified', form: 'plain' } as const;
    expect(await signerOf(await signToken(stolen, entraClaims()), verified)).toBeNull();
  });
  test('made the signature of another key, whatever it calls itself', async () => {
    const imitation = await signToken(other, entraClaims(), { kid: stolen.kid, x5t: stolen.kid });
    expect(await signerOf(imitation)).toBeNull();
  });
  test('is sought for algorithms that it cannot sign with', async () => {
    const token = await signToken(stolen, entraClaims());
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect(await signerOf(`${header}${token.slice(token.indexOf('.'))}`)).toBeNull();
  });
});

describe.skipIf(corpusPath === null)(`the stolen key of 2023 (skipped: ${corpusAbsent})`, () => {
  const tokens = corpusPath === null ? [] : readCorpusTokens(corpusPath);
  const genuine = tokens.find(
    ({ kind, token }) =>
      kind === 'msa' &&
      Buffer.from(token.split('.')[0] ?? '', 'base64url').includes(example.key.kid ?? '?'),
  );

  test('is known by a genuine signature that it made in 2016', async () => {
    const token = decodeCredential(genuine?.token ?? '');
    if (token.kind !== 'jws') throw new Error('the token is not in the corpus');
    expect(await findDeniedSigner(token, unchecked)).toBe(example);
  });

  test('is an alarm in use now, and none to an analyst of its own time', async () => {
    const at = (nowMs: number, clockIsGiven: boolean) =>
      keyPortOf({}).then((keys) =>
        inspect(
          {
            credential: genuine?.token ?? '',
            source: 'recorded',
            seenAtMs: nowMs,
            host: 'outlook.live.com',
            documentHost: 'outlook.live.com',
            tabIds: [],
            isPrivate: false,
            context: { ...noContext, presentedAs: 'bearer' },
          },
          { keys, nowMs, clockIsGiven },
        ),
      );
    const ofItsTime = ((genuine?.iat ?? 0) + 60) * 1000;
    const { outcomes, verdict } = await at(ofItsTime, false);
    expect(verdict).toBe('danger');
    expect(outcomes.find(({ rule }) => rule === 'key-denied')).toMatchObject({ outcome: 'fail' });
    expect((await at(ofItsTime, true)).verdict).not.toBe('danger');
  });
});
