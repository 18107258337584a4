import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { noContext, type UseContext } from '../../../src/core/index.ts';
import { checkCompanions, noCompanions } from '../../../src/core/token/companions.ts';
import { maxCredentialLength } from '../../../src/core/token/decode.ts';
import { tokenOf } from '../../support/facts.ts';
import { assembleToken } from '../../support/tokens.ts';

/** The examples of OpenID Connect Core, appendices A.3 and A.4. */
const exampleToken = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y';
const exampleTokenHash = '77QmUPtjPfzWtF2AnpK9RQ';
const exampleCode = 'Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk';
const exampleCodeHash = 'LDktKdoQak3Pk0cnXxCltA';

const idToken = (claims: object, alg: unknown = 'RS256') =>
  tokenOf(JSON.stringify({ alg }), JSON.stringify(claims));
const beside = (changes: Partial<UseContext>): UseContext => ({
  ...noContext,
  presentedAs: 'id-token',
  ...changes,
});
const half = (text: string, hash: string) => {
  const digest = createHash(hash).update(text).digest();
  return digest.subarray(0, digest.length / 2).toString('base64url');
};

describe('companions of an ID token', () => {
  test('the examples of the standard fit', async () => {
    const token = idToken({ c_hash: exampleCodeHash, at_hash: exampleTokenHash });
    const context = beside({ code: exampleCode, accessToken: exampleToken });
    expect(await checkCompanions(token, context)).toEqual({
      code: 'fits',
      accessToken: 'fits',
      accessTokenAccount: null,
    });
  });

  test('each is compared with its own claim', async () => {
    const token = idToken({ c_hash: exampleTokenHash, at_hash: exampleTokenHash });
    const context = beside({ code: exampleCode, accessToken: exampleToken });
    expect(await checkCompanions(token, context)).toMatchObject({
      code: 'differs',
      accessToken: 'fits',
    });
  });

  test.each([
    ['RS256', 'sha256'],
    ['PS256', 'sha256'],
    ['ES384', 'sha384'],
    ['RS384', 'sha384'],
    ['ES512', 'sha512'],
    ['RS512', 'sha512'],
  ])('%s goes with %s', async (alg, hash) => {
    const context = beside({ code: 'a-code' });
    for (const [claim, answer] of [
      [half('a-code', hash), 'fits'],
      [half('b-code', hash), 'differs'],
      [half('a-code', hash === 'sha256' ? 'sha512' : 'sha256'), 'differs'],
    ]) {
      expect((await checkCompanions(idToken({ c_hash: claim }, alg), context)).code).toBe(answer);
    }
  });

  test.each(['EdDSA', 'none', 'rs256', 'RS256 ', '__proto__', 'toString', 7, null])(
    'algorithm %s names no hash',
    async (alg) => {
      const token = idToken({ c_hash: exampleCodeHash }, alg);
      expect((await checkCompanions(token, beside({ code: exampleCode }))).code).toBe(
        'hash-unknown',
      );
    },
  );

  test('the whole hash and a padded one say no less', async () => {
    const whole = createHash('sha256').update(exampleCode).digest('base64url');
    for (const claim of [whole, `${exampleCodeHash}==`]) {
      const { code } = await checkCompanions(
        idToken({ c_hash: claim }),
        beside({ code: exampleCode }),
      );
      expect(code).toBe('fits');
    }
  });

  test('a part of the hash, an empty one or no text at all does not fit', async () => {
    for (const claim of [exampleCodeHash.slice(0, 8), '', 0, {}, [exampleCodeHash], '!', true]) {
      const { code } = await checkCompanions(
        idToken({ c_hash: claim }),
        beside({ code: exampleCode }),
      );
      expect(code).toBe('differs');
    }
  });

  test('a token that says nothing about its companion', async () => {
    for (const claims of [{}, { c_hash: null }]) {
      expect((await checkCompanions(idToken(claims), beside({ code: 'x' }))).code).toBe('unstated');
    }
  });

  test('a companion at the bound is compared, one past it is not', async () => {
    const atBound = 'x'.repeat(maxCredentialLength);
    const token = idToken({ c_hash: half(atBound, 'sha256') });
    expect((await checkCompanions(token, beside({ code: atBound }))).code).toBe('fits');
    expect((await checkCompanions(token, beside({ code: `${atBound}x` }))).code).toBe('too-long');
  });

  test('an empty code is a code', async () => {
    const token = idToken({ c_hash: exampleCodeHash });
    expect((await checkCompanions(token, beside({ code: '' }))).code).toBe('differs');
  });

  test('a token that was not presented as an ID token has no companions', async () => {
    const token = idToken({ c_hash: exampleTokenHash });
    const context = { ...beside({ code: exampleCode }), presentedAs: 'bearer' as const };
    expect(await checkCompanions(token, context)).toBe(noCompanions);
    expect(await checkCompanions(token, beside({}))).toBe(noCompanions);
  });

  test('whom a readable access token names', async () => {
    const account = async (claims: object) => {
      const accessToken = assembleToken('{"alg":"RS256"}', JSON.stringify(claims));
      return (await checkCompanions(idToken({}), beside({ accessToken }))).accessTokenAccount;
    };
    expect(await account({ tid: 't', oid: 'o' })).toEqual({ tenant: 't', object: 'o' });
    expect(await account({ tid: 't' })).toBeNull();
    expect(await account({ tid: 7, oid: 'o' })).toBeNull();
  });

  test('nothing of a companion is kept', async () => {
    const accessToken = assembleToken('{"alg":"RS256"}', '{"tid":"t","oid":"o","upn":"ada"}');
    const text = JSON.stringify(
      await checkCompanions(idToken({}), beside({ code: 'the-code', accessToken })),
    );
    expect(text).not.toContain('the-code');
    expect(text).not.toContain(accessToken.slice(0, 12));
  });
});
