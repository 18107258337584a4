import { describe, expect, test } from 'vitest';
import { issuerShapes } from '../../../src/core/configured/shapes.ts';
import { type Inspection, noContext, shapeIds } from '../../../src/core/index.ts';
import { configuredDirectory, idClaims, webmailHost } from '../../support/configured.ts';
import { keyPortOf } from '../../support/keys.ts';
import {
  assembleToken,
  type Claims,
  createSigningKey,
  entraClaims,
  inspectToken,
  issuedAt,
  signToken,
} from '../../support/tokens.ts';

const key = await createSigningKey();
const otherKey = await createSigningKey();

const failuresOf = ({ outcomes }: Inspection) =>
  outcomes.flatMap((one) => (one.outcome === 'fail' ? [`${one.rule}:${one.severity}`] : [])).sort();

describe.each(shapeIds)('an issuer of the shape %s', (shape) => {
  const { directory, issuer, keysUrl } = configuredDirectory(shape);
  const name = issuer.issuer;
  const judge = async (credential: string, presentedAs: 'bearer' | 'id-token' = 'id-token') =>
    inspectToken(credential, await keyPortOf({ [keysUrl]: [key.entry] }), {
      directory,
      host: webmailHost,
      documentHost: webmailHost,
      context: { ...noContext, presentedAs },
    });
  const sign = (changes: Claims = {}, header: Claims = {}, by = key) =>
    signToken(by, idClaims(name, changes), { x5t: undefined, ...header });

  test('a genuine ID token is verified, and nothing is odd about it', async () => {
    const inspection = await judge(await sign());
    expect(failuresOf(inspection)).toEqual([]);
    expect(inspection).toMatchObject({
      verdict: 'verified',
      issuer: name,
      provider: webmailHost,
      key: { kid: key.kid, url: keysUrl },
    });
  });

  test('a genuine access token is never an alarm', async () => {
    const claims = { nonce: undefined, auth_time: undefined, scp: 'mail', typ: 'Bearer' };
    const inspection = await judge(await sign(claims), 'bearer');
    expect(failuresOf(inspection)).toEqual([]);
    expect(inspection.verdict).toBe('verified');
  });

  test('an access token with a key that is not published is an alarm only where all are', async () => {
    const claims = { nonce: undefined, auth_time: undefined, scp: 'mail', typ: 'Bearer' };
    const inspection = await judge(await sign(claims, {}, otherKey), 'bearer');
    const mayBe = issuerShapes[shape].unlistedKinds?.includes('access') === true;
    expect(inspection.verdict).toBe(mayBe ? 'undetermined' : 'attention');
  });

  test('a changed ID token is a danger', async () => {
    const [header = '', , signature = ''] = (await sign()).split('.');
    const changed = Buffer.from(JSON.stringify(idClaims(name, { email: 'eve@contoso.example' })));
    const inspection = await judge(`${header}.${changed.toString('base64url')}.${signature}`);
    expect(inspection.verdict).toBe('danger');
    expect(failuresOf(inspection)).toContain('signature-invalid:danger');
  });

  test('one that another key made under this one’s name is a danger', async () => {
    const inspection = await judge(await sign({}, { kid: key.kid }, otherKey));
    expect(failuresOf(inspection)).toContain('signature-invalid:danger');
  });

  test('one that names a key which is not published is unusual', async () => {
    const inspection = await judge(await sign({}, {}, otherKey));
    expect(inspection.verdict).toBe('attention');
    expect(failuresOf(inspection)).toEqual(['key-not-published:attention']);
  });

  test('one without a signature is a danger', async () => {
    const header = JSON.stringify({ alg: 'none', typ: 'JWT' });
    const inspection = await judge(assembleToken(header, JSON.stringify(idClaims(name)), ''));
    expect(inspection.verdict).toBe('danger');
    expect(failuresOf(inspection)).toContain('alg-none:danger');
  });

  test('one that is sealed with a secret is never genuine', async () => {
    const header = JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: key.kid });
    const inspection = await judge(assembleToken(header, JSON.stringify(idClaims(name))));
    const { sharesSecrets, unverified } = issuerShapes[shape];
    const severity = unverified ? 'note' : sharesSecrets ? 'attention' : 'danger';
    expect(failuresOf(inspection)).toContain(`alg-confused:${severity}`);
    expect(inspection.verdict).toBe(severity === 'note' ? 'undetermined' : severity);
  });

  test('one of an issuer by almost the same name is not this issuer’s', async () => {
    for (const iss of [`${name}x`, name.replace('https:', 'http:'), name.toUpperCase()]) {
      const inspection = await judge(await sign({ iss }));
      expect(inspection.issuer).toBeNull();
      expect(inspection.verdict).not.toBe('verified');
    }
  });

  test('a token of another known issuer does not belong in this webmail', async () => {
    const inspection = await judge(await signToken(key, entraClaims()), 'bearer');
    expect(inspection.issuer).toBe('entra');
    expect(failuresOf(inspection)).toContain('issuer-unexpected:attention');
    expect(inspection.verdict).not.toBe('verified');
  });

  test('a token for somebody else is worth a note', async () => {
    const inspection = await judge(await sign({ aud: 'another' }));
    expect(failuresOf(inspection)).toEqual(['audience-unexpected:note']);
  });

  test('one that lives too long is unusual where the bound is known', async () => {
    const inspection = await judge(await sign({ exp: issuedAt + 30 * 3600 }));
    const isKnown = issuerShapes[shape].maxLifetimeSeconds !== null;
    expect(failuresOf(inspection)).toEqual(isKnown ? ['lifetime-excessive:attention'] : []);
  });
});

test('without the configuration nobody knows such an issuer', async () => {
  const { issuer, keysUrl } = configuredDirectory('keycloak');
  const token = await signToken(key, idClaims(issuer.issuer));
  const port = await keyPortOf({ [keysUrl]: [key.entry] });
  const inspection = await inspectToken(token, port, { host: webmailHost, documentHost: null });
  expect(inspection).toMatchObject({ verdict: 'undetermined', issuer: null, provider: null });
});

test('AD FS access tokens are checked under the name of its federation service', async () => {
  const { directory, keysUrl } = configuredDirectory('adfs');
  const iss = 'http://adfs.contoso.example/adfs/services/trust';
  const claims = idClaims(iss, { nonce: undefined, scp: 'mail', appid: 'webmail', ver: '1.0' });
  const port = await keyPortOf({ [keysUrl]: [key.entry] });
  const inspection = await inspectToken(await signToken(key, claims), port, {
    directory,
    host: webmailHost,
    documentHost: webmailHost,
  });
  expect(inspection.verdict).toBe('verified');
});
