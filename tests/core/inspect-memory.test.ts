import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSightingMemory, noContext, scopeOf } from '../../src/core/index.ts';
import { commonKeysUrl, keyPortOf } from '../support/keys.ts';
import {
  type Claims,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  issuedAt,
  signToken,
} from '../support/tokens.ts';

const key = await createSigningKey(enterpriseOwner);
const keys = await keyPortOf({ [commonKeysUrl]: [key.entry] });
const sign = (changes: Claims = {}) => signToken(key, entraClaims(changes));
const failures = (inspection: Awaited<ReturnType<typeof inspectToken>>) =>
  inspection.outcomes.flatMap(({ outcome, rule }) => (outcome === 'fail' ? [rule] : []));
const halfHash = (text: string) =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

describe('an inspection with a memory', () => {
  test('remembers each token once, whatever its verdict', async () => {
    const memory = createSightingMemory();
    const token = await sign();
    const forged = await signToken({ ...key, kid: 'unknown' }, entraClaims({ uti: 'another' }));
    for (const text of [token, token, forged]) await inspectToken(text, keys, { memory });
    const tokens = memory.recall(scopeOf('outlook-work', false)).tokens();
    expect(tokens.map(({ signature }) => signature)).toEqual(['verified', 'not-checked']);
  });

  test('of two tokens judged side by side the later one knows the other', async () => {
    const memory = createSightingMemory();
    const pair = await Promise.all([sign(), sign({ scp: 'more' })]);
    const answers = await Promise.all(pair.map((text) => inspectToken(text, keys, { memory })));
    expect(answers.map(({ verdict }) => verdict).sort()).toEqual(['danger', 'verified']);
  });

  test('judged again, a token gets the same answer', async () => {
    const memory = createSightingMemory();
    const sid = { sid: 'one' };
    await inspectToken(await sign(sid), keys, { memory });
    const forged = await sign({ ...sid, oid: 'eve', uti: 'u' });
    const first = await inspectToken(forged, keys, { memory });
    expect(failures(first)).toEqual(['claims-disagree', 'account-switched']);
    expect(failures(await inspectToken(forged, keys, { memory }))).toEqual(failures(first));
  });

  test('a private window knows nothing of the others, nor they of it', async () => {
    const memory = createSightingMemory();
    await inspectToken(await sign(), keys, { memory });
    const copy = await sign({ scp: 'more' });
    const inPrivate = await inspectToken(copy, keys, { memory, isPrivate: true });
    expect(failures(inPrivate)).toEqual([]);
    expect(failures(await inspectToken(copy, keys, { memory }))).toEqual(['token-id-reused']);
  });

  test('without a memory, tokens are judged by themselves', async () => {
    await inspectToken(await sign(), keys);
    const { verdict, outcomes } = await inspectToken(await sign({ scp: 'more' }), keys);
    expect(verdict).toBe('verified');
    expect(outcomes.find(({ rule }) => rule === 'token-id-reused')?.outcome).toBe('not-applicable');
  });

  test('a sign-in answer whose parts belong together is verified', async () => {
    const memory = createSightingMemory();
    const accessToken = await sign();
    const idToken = await sign({
      appid: undefined,
      aud: 'outlook',
      nonce: 'n',
      c_hash: halfHash('the-code'),
      at_hash: halfHash(accessToken),
    });
    const context = {
      ...noContext,
      presentedAs: 'id-token',
      code: 'the-code',
      accessToken,
    } as const;
    const answer = await inspectToken(idToken, keys, { memory, context });
    expect(answer.verdict).toBe('verified');
    expect(answer.outcomes).toContainEqual({ rule: 'code-hash-mismatch', outcome: 'pass' });
    expect(answer.outcomes).toContainEqual({ rule: 'token-hash-mismatch', outcome: 'pass' });
    const access = await inspectToken(accessToken, keys, { memory });
    expect([access.verdict, failures(access)]).toEqual(['verified', []]);
  });

  test('another account after a sign-in is nothing unusual', async () => {
    const memory = createSightingMemory();
    await inspectToken(await sign(), keys, { memory });
    const bob = { oid: 'bob', sub: 'bob-for-client', uti: 'b' };
    const idToken = await sign({ ...bob, appid: undefined, aud: 'outlook', nonce: 'n' });
    await inspectToken(idToken, keys, { memory, tabIds: [9], nowMs: (issuedAt + 61) * 1000 });
    const next = await sign({ ...bob, uti: 'c' });
    const answer = await inspectToken(next, keys, { memory, nowMs: (issuedAt + 62) * 1000 });
    expect(failures(answer)).toEqual([]);
  });
});
