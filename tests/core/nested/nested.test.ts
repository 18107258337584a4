import { describe, expect, test } from 'vitest';
import { findNested } from '../../../src/core/nested/find-nested.ts';
import { maxNestedTokens, maxNestingDepth } from '../../../src/core/nested/inspect-nested.ts';
import { decodeCredential } from '../../../src/core/token/decode.ts';
import { tokenOf } from '../../support/facts.ts';
import { commonKeysUrl, keyPortOf } from '../../support/keys.ts';
import {
  assembleToken,
  type Claims,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  signToken,
} from '../../support/tokens.ts';

const placesOfTokens = [
  'access_token',
  'id_token',
  'id_token_hint',
  'actortoken',
  'actort',
  'actor_token',
  'subject_token',
  'at',
] as const;

const key = await createSigningKey(enterpriseOwner);
const attacker = await createSigningKey();
const port = await keyPortOf({ [commonKeysUrl]: [key.entry] });
const genuine = await signToken(key, entraClaims());
const forged = await signToken({ ...attacker, kid: key.kid }, entraClaims());
const header = '{"alg":"RS256","cty":"JWT"}';

const wrap = (inner: string, head = header) => assembleToken(head, inner);
const carrying = (claims: Claims) => signToken(key, entraClaims(claims));
const outcomeOf = async (credential: string, rule: string) => {
  const { verdict, outcomes } = await inspectToken(credential, port);
  const found = outcomes.find((outcome) => outcome.rule === rule);
  return { verdict, ...found };
};

describe('a payload that is another token', () => {
  test('is read, with and without the word that should announce it', () => {
    for (const head of [header, '{"alg":"RS256"}']) {
      expect(decodeCredential(wrap(genuine, head))).toMatchObject({
        kind: 'jws',
        claims: {},
        payloadToken: genuine,
      });
    }
  });
  test.each(['x', 'a.b.c', 'eyJ', '"eyJh.e30.AA"', ' eyJh.e30.AA', 'eyJh.e30.AA\n', 'eyJhé.e30'])(
    'is nothing else: %j',
    (payload) => {
      expect(decodeCredential(wrap(payload))).toMatchObject({ kind: 'malformed' });
    },
  );
  test('says so, and is never called genuine, because the wrapper names nobody', async () => {
    const { verdict, outcomes } = await inspectToken(wrap(genuine), port);
    expect(verdict).toBe('undetermined');
    expect(outcomes).toContainEqual({ rule: 'nested-invalid', outcome: 'pass' });
    expect(outcomes).toContainEqual(
      expect.objectContaining({ rule: 'payload-nested', outcome: 'fail', severity: 'note' }),
    );
  });
  test('is as bad as what is inside', async () => {
    expect(await outcomeOf(wrap(forged), 'nested-invalid')).toMatchObject({
      verdict: 'danger',
      severity: 'danger',
      evidence: [{ name: 'detail', value: 'payload: signature-invalid' }],
    });
    const expired = await signToken(
      key,
      entraClaims({ exp: 1_795_500_000, iat: 1_795_490_000, nbf: 1 }),
    );
    expect(await outcomeOf(wrap(expired), 'nested-invalid')).toMatchObject({
      verdict: 'attention',
      evidence: [{ value: 'payload: token-expired' }],
    });
  });
  test('is judged through two wrappers, and not through three', async () => {
    expect(await outcomeOf(wrap(wrap(forged)), 'nested-invalid')).toMatchObject({
      verdict: 'danger',
      evidence: [{ value: 'payload: nested-invalid' }],
    });
    let deep = forged;
    for (let layer = 0; layer <= maxNestingDepth; layer++) deep = wrap(deep);
    const { verdict } = await inspectToken(deep, port);
    expect(verdict).toBe('undetermined');
    expect(await outcomeOf(deep, 'nested-invalid')).toMatchObject({
      outcome: 'unknown',
      reason: 'nested-unchecked',
    });
  });
  test('that is no readable token could not be checked', async () => {
    expect(await outcomeOf(wrap(`${genuine}.x`), 'nested-invalid')).toMatchObject({
      verdict: 'undetermined',
      reason: 'nested-unchecked',
    });
  });
});

describe('a claim that is a token', () => {
  test('genuine in genuine stays genuine', async () => {
    expect(
      await outcomeOf(await carrying({ actortoken: genuine }), 'nested-invalid'),
    ).toMatchObject({
      verdict: 'verified',
      outcome: 'pass',
    });
  });
  test.each(placesOfTokens)('forged in genuine is danger: %s', async (claim) => {
    expect(await outcomeOf(await carrying({ [claim]: forged }), 'nested-invalid')).toMatchObject({
      verdict: 'danger',
      evidence: [{ value: `${claim}: signature-invalid` }],
    });
  });
  test('that is over is worth a note, no more', async () => {
    const hint = await signToken(
      key,
      entraClaims({ exp: 1_795_500_000, iat: 1_795_490_000, nbf: 1 }),
    );
    expect(
      await outcomeOf(await carrying({ id_token_hint: hint }), 'nested-invalid'),
    ).toMatchObject({
      verdict: 'verified',
      severity: 'note',
    });
  });
  test('of an issuer that nobody knows, or encrypted, could not be checked', async () => {
    const unknown = await signToken(attacker, { iss: 'https://sts.example.org' });
    const encrypted = `${Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')}..AA.AA.AA`;
    for (const inner of [unknown]) {
      expect(await outcomeOf(await carrying({ at: inner }), 'nested-invalid')).toMatchObject({
        verdict: 'verified',
        reason: 'nested-unchecked',
      });
    }
    expect(findNested(tokenOf('{"alg":"RS256"}', JSON.stringify({ at: encrypted })))).toEqual([]);
  });
  test('tickets and hashes in such claims, and long texts in others, are nobody’s tokens', async () => {
    const ticket = 'YIIJ'.repeat(1_500);
    const claims = { at: ticket, access_token: 'x'.repeat(43), xms_tk: ticket, note: forged };
    const { verdict, outcomes } = await inspectToken(await carrying(claims), port);
    expect(verdict).toBe('verified');
    expect(outcomes).toContainEqual({ rule: 'nested-invalid', outcome: 'not-applicable' });
  });
  test.each([1, null, {}, ['x'], [forged], ''])('of another type is none: %j', (at) => {
    expect(findNested(tokenOf('{"alg":"RS256"}', JSON.stringify({ at })))).toEqual([]);
  });
  test('there may be as many as are looked at, on all layers together, and one more', async () => {
    const every = [...placesOfTokens];
    expect(every.length).toBe(maxNestedTokens - 1);
    const all = (inner: string) => Object.fromEntries(every.map((name) => [name, inner]));
    const two = await carrying({ id_token: genuine });
    const most = await carrying({ ...all(genuine), at: two });
    expect(await outcomeOf(most, 'nested-invalid')).toMatchObject({ outcome: 'pass' });
    const three = await carrying({ id_token: genuine, at: genuine });
    const more = await carrying({ ...all(genuine), at: three });
    // The innermost layer says that it was cut short, and the token in which it stands was looked at.
    expect(await outcomeOf(more, 'nested-invalid')).toMatchObject({ outcome: 'pass' });
    const early = await carrying({ ...all(genuine), access_token: three, at: forged });
    expect(await outcomeOf(early, 'nested-invalid')).toMatchObject({
      outcome: 'unknown',
      reason: 'nested-too-many',
    });
    const inTime = await carrying({ ...all(genuine), access_token: two, at: forged });
    expect(await outcomeOf(inTime, 'nested-invalid')).toMatchObject({ severity: 'danger' });
  });
});

describe('what leaves the core', () => {
  test('no part of a token inside', async () => {
    const text = JSON.stringify(await inspectToken(wrap(forged), port));
    for (const segment of forged.split('.')) expect(text).not.toContain(segment.slice(0, 40));
  });
});
