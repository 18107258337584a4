import { describe, expect, test } from 'vitest';
import type { KeyPort } from '../../src/core/index.ts';
import { exchangeEntryOf, makeCertificate } from '../support/certificates.ts';
import { keyPortOf } from '../support/keys.ts';
import {
  type Claims,
  createSigningKey,
  enterpriseTenant,
  inspectToken,
  issuedAt,
  signToken,
} from '../support/tokens.ts';

const url = 'https://outlook.office365.com/autodiscover/metadata/json/1';
const certificate = await makeCertificate({ notAfter: '2030-04-04T14:43:35Z' });
const kid = certificate.hash.toString('hex').toUpperCase();
const x5t = certificate.hash.toString('base64url');
const key = { kid, privateKey: certificate.keys.privateKey, entry: {} };
const keys = await keyPortOf({ [url]: [exchangeEntryOf(certificate)] });

/** As a recorded one of 2019, with made-up names (OfficeDev/outlook-dev-docs issue 695). */
const claims = (changes: Claims = {}, context: Claims = {}): Claims => ({
  appctxsender: `00000002-0000-0ff1-ce00-000000000000@${enterpriseTenant}`,
  isbrowserhostedapp: 'True',
  appctx: JSON.stringify({
    msexchuid: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
    version: 'ExIdTok.V1',
    amurl: 'https://outlook.office365.com:443/autodiscover/metadata/json/1',
    ...context,
  }),
  nbf: issuedAt,
  exp: issuedAt + 28_800,
  iss: `00000002-0000-0ff1-ce00-000000000000@${enterpriseTenant}`,
  aud: 'https://addin.example/index.html',
  ...changes,
});

describe('identity tokens of Exchange', () => {
  test('verify with the key that Exchange publishes in its own form', async () => {
    expect(await inspectToken(await signToken(key, claims(), { x5t }), keys)).toMatchObject({
      verdict: 'verified',
      issuer: 'exchange',
      token: { subject: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' },
      key: { kid, url },
    });
  });

  test('may name the key by its certificate alone', async () => {
    const token = await signToken(key, claims(), { x5t, kid: undefined });
    expect(await inspectToken(token, keys)).toMatchObject({ verdict: 'verified' });
  });

  test('are forged when another key signed them under the same name', async () => {
    const attacker = await createSigningKey();
    const token = await signToken({ ...attacker, kid }, claims(), { x5t });
    expect(await inspectToken(token, keys)).toMatchObject({ verdict: 'danger' });
  });

  test('that say their keys are elsewhere are unusual, and nobody is asked', async () => {
    const refusing: KeyPort = {
      read: () => {
        throw new Error('no key document may be read for this token');
      },
    };
    const attacker = await createSigningKey();
    const elsewhere = claims({}, { amurl: 'https://evil.example/autodiscover/metadata/json/1' });
    const inspection = await inspectToken(await signToken(attacker, elsewhere), refusing);
    expect(inspection.verdict).toBe('attention');
    expect(
      inspection.outcomes.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule),
      // They are made for add-ins, of which no list can be complete.
    ).toEqual(['key-address-foreign', 'audience-unexpected']);
  });

  test('of a server of an organisation’s own are not judged', async () => {
    const iss = '00000002-0000-0ff1-ce00-000000000000@mail.contoso.example';
    const token = await signToken(key, claims({ iss }));
    expect(await inspectToken(token, keys)).toMatchObject({
      verdict: 'undetermined',
      issuer: null,
    });
  });

  test('whose keys cannot be fetched could not be checked', async () => {
    const offline = await keyPortOf({ [url]: 'server-error' });
    const inspection = await inspectToken(await signToken(key, claims(), { x5t }), offline);
    expect(inspection.verdict).toBe('undetermined');
  });
});
