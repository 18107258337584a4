import { describe, expect, test } from 'vitest';
import { noContext, type UseContext } from '../../../src/core/index.ts';
import {
  describeSeen,
  freshSignInSeconds,
  maxIdentifierLength,
  maxTabsOfToken,
  type Sighted,
} from '../../../src/core/session/seen-token.ts';
import { factsOf, tokenOf } from '../../support/facts.ts';
import { sightingOf } from '../../support/inspections.ts';
import {
  type Claims,
  createSigningKey,
  entraClaims,
  issuedAt,
  signToken,
} from '../../support/tokens.ts';

const describeClaims = (
  claims: Claims,
  changes: Partial<Sighted> & { readonly context?: Partial<UseContext> } = {},
  knowsSid: (sid: string) => boolean = () => true,
) => {
  const { context, ...rest } = changes;
  return describeSeen(
    {
      token: factsOf({ claims }).token,
      fingerprint: 'fingerprint',
      issuer: 'entra',
      signature: { kind: 'verified', form: 'plain' },
      sighting: sightingOf({ context: { ...noContext, presentedAs: 'bearer', ...context } }),
      nowSeconds: issuedAt + 60,
      ...rest,
    },
    knowsSid,
  );
};

describe('what is remembered of a token', () => {
  test('who it names, for whom, and when', () => {
    expect(describeClaims({ sid: 's', puid: 'p' })).toMatchObject({
      kind: 'access',
      issuer: 'entra',
      tenant: '11111111-2222-4333-8444-555555555555',
      object: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
      subject: 'pairwise-subject',
      sid: 's',
      puid: 'p',
      tokenId: 'fqiBqXLPj0eQa82S-IYFAA',
      audience: 'https://outlook.office.com',
      application: '9199bf20-a13f-4107-85dc-02114787ef48',
      isOfProgram: false,
      issuedAtSeconds: issuedAt,
      expiresAtSeconds: issuedAt + 4500,
      tabIds: [1],
      signature: 'verified',
      isSignIn: false,
    });
  });

  test('no part of the token or its signature, and no other claim', async () => {
    const key = await createSigningKey();
    const text = await signToken(key, entraClaims({ name: 'Ada Lovelace', scp: 'Mail.Read' }));
    const [header = '', claims = '', signature = ''] = text.split('.');
    const decode = (segment: string) => Buffer.from(segment, 'base64url').toString();
    const token = tokenOf(decode(header), decode(claims), signature);
    const kept = JSON.stringify(describeClaims({}, { token }));
    for (const part of [header, claims, signature, signature.slice(0, 20), 'Lovelace', 'Mail']) {
      expect(kept).not.toContain(part);
    }
  });

  test('an identifier at the bound is kept, one past it compares with nothing', () => {
    const atBound = 'x.'.repeat(maxIdentifierLength / 2);
    expect(describeClaims({ oid: atBound }).object).toBe(atBound);
    expect(describeClaims({ oid: `${atBound}x` }).object).toBeNull();
  });

  test.each([
    ['a text that looks like a token', `eyJ${'a'.repeat(40)}`],
    ['a long run of letters, as signatures are', 'A'.repeat(130)],
    ['a line break, which separates identifiers', 'a\nb'],
    ['nothing', ''],
    ['a number', 7],
    ['an object', { a: 1 }],
  ])('%s in the place of an identifier compares with nothing', (_name, value) => {
    const seen = describeClaims({ uti: value, jti: undefined, oid: value, sub: value, sid: value });
    expect(seen).toMatchObject({ tokenId: null, object: null, subject: null, sid: null });
    expect(seen.content).toBeNull();
  });

  test('the number is `uti`, else `jti`', () => {
    expect(describeClaims({ uti: undefined, jti: 'j' }).tokenId).toBe('j');
    expect(describeClaims({ jti: 'j' }).tokenId).toBe('fqiBqXLPj0eQa82S-IYFAA');
  });

  test('several audiences are one text, in whatever order they stand', () => {
    expect(describeClaims({ aud: ['b', 'a'] }).audience).toBe('a b');
    expect(describeClaims({ aud: ['a', 'b'] }).audience).toBe('a b');
    expect(describeClaims({ aud: [] }).audience).toBeNull();
  });

  test('the content is marked where a number asks for it and its text has one form', () => {
    const { content } = describeClaims({});
    expect(content).not.toBeNull();
    expect(describeClaims({}).content).toBe(content);
    expect(describeClaims({ scp: 'more' }).content).not.toBe(content);
    const { token } = factsOf();
    const oddities = [{ code: 'encoding-not-canonical', where: 'claims' } as const];
    expect(describeClaims({}, { token: { ...token, oddities } }).content).toBeNull();
  });

  test('so many tabs and not one more', () => {
    const tabIds = Array.from({ length: maxTabsOfToken + 1 }, (_, at) => at);
    const seen = describeClaims({}, { sighting: sightingOf({ tabIds }) });
    expect(seen.tabIds).toEqual(tabIds.slice(0, maxTabsOfToken));
  });

  test('a token that only lies somewhere is told from one that is sent', () => {
    const isUsed = (presentedAs: UseContext['presentedAs']) =>
      describeClaims({}, { context: { presentedAs } }).isUsed;
    expect((['storage', 'cookie'] as const).map(isUsed)).toEqual([false, false]);
    const uses = ['bearer', 'dpop', 'msauth', 'id-token', 'parameter', 'unknown'] as const;
    expect(uses.map(isUsed)).toEqual(uses.map(() => true));
  });

  test('a program is told from a person', () => {
    const program = { upn: undefined };
    expect(describeClaims({ ...program, idtyp: 'app' }).isOfProgram).toBe(true);
    expect(describeClaims({ ...program, oid: 'same', sub: 'same' }).isOfProgram).toBe(true);
    expect(describeClaims({ ...program, idtyp: 'user' }).isOfProgram).toBe(false);
    expect(describeClaims({ ...program, oid: undefined, sub: undefined }).isOfProgram).toBe(false);
    for (const name of ['sid', 'scp', 'upn', 'preferred_username', 'unique_name']) {
      expect(describeClaims({ ...program, idtyp: 'app', [name]: 'x' }).isOfProgram).toBe(false);
    }
  });
});

describe('what a token is for', () => {
  const id = { appid: undefined };
  test.each([
    ['an application of the first version', {}, 'access'],
    ['an application of the second version', { ...id, azp: 'x', azpacr: '0' }, 'access'],
    ['permissions', { ...id, scp: 'Mail.Read' }, 'access'],
    ['a nonce', { ...id, nonce: 'n', ver: undefined }, 'id'],
    ['a hash of a code', { ...id, c_hash: 'h', ver: undefined }, 'id'],
    ['a version and no application', id, 'id'],
    ['nothing that tells', { ...id, ver: undefined }, 'unknown'],
  ])('%s', (_name, claims, kind) => {
    expect(describeClaims(claims).kind).toBe(kind);
  });

  test('an access token in the place of an ID token stays one', () => {
    const context = { presentedAs: 'id-token' as const };
    expect(describeClaims({}, { context }).kind).toBe('access');
    expect(describeClaims({ ...id, ver: undefined }, { context }).kind).toBe('id');
  });

  test('a type in the header', () => {
    const token = tokenOf('{"alg":"RS256","typ":"at+jwt"}', '{"sub":"s"}');
    expect(describeClaims({}, { token }).kind).toBe('access');
  });
});

describe('a sign-in', () => {
  const fresh = { appid: undefined, nonce: 'n' };
  const failed = { kind: 'failed' } as const;
  const unchecked = { kind: 'not-checked', reason: 'key-unavailable' } as const;

  test('shows in an answer, unless the token is forged', () => {
    const context = { presentedAs: 'id-token' as const };
    expect(describeClaims({}, { context }).isSignIn).toBe(true);
    expect(describeClaims({}, { context, signature: unchecked }).isSignIn).toBe(true);
    expect(describeClaims({}, { context, signature: failed }).isSignIn).toBe(false);
  });

  test('shows in a verified ID token with a nonce that was just issued', () => {
    expect(describeClaims(fresh).isSignIn).toBe(true);
    expect(describeClaims(fresh, { signature: unchecked }).isSignIn).toBe(false);
    expect(describeClaims({ ...fresh, nonce: undefined }).isSignIn).toBe(false);
    expect(describeClaims({ nonce: 'n' }).isSignIn).toBe(false);
    expect(describeClaims({ ...fresh, iat: undefined }).isSignIn).toBe(false);
    const at = (nowSeconds: number) => describeClaims(fresh, { nowSeconds }).isSignIn;
    expect(at(issuedAt + freshSignInSeconds)).toBe(true);
    expect(at(issuedAt + freshSignInSeconds + 1)).toBe(false);
    expect(at(issuedAt - freshSignInSeconds - 1)).toBe(false);
  });

  test('shows in a verified token of a session that was never seen', () => {
    const isNew = () => false;
    expect(describeClaims({ sid: 'new' }, {}, isNew).isSignIn).toBe(true);
    expect(describeClaims({ sid: 'known' }).isSignIn).toBe(false);
    expect(describeClaims({}, {}, isNew).isSignIn).toBe(false);
    expect(describeClaims({ sid: 'new' }, { signature: unchecked }, isNew).isSignIn).toBe(false);
  });
});
