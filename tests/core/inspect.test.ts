import { describe, expect, test } from 'vitest';
import { commonKeysUrl, commonV1KeysUrl, consumerKeysUrl, keyPortOf } from '../support/keys.ts';
import {
  consumerClaims,
  consumerOwner,
  createSigningKey,
  encodeSegment,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  issuedAt,
  otherTenant,
  signNonceToken,
  signToken,
} from '../support/tokens.ts';

const enterprise = await createSigningKey(enterpriseOwner);
const consumer = await createSigningKey(consumerOwner);
const attacker = await createSigningKey();
const keys = await keyPortOf({
  [commonKeysUrl]: [enterprise.entry, consumer.entry],
  [consumerKeysUrl]: [consumer.entry],
});
const failures = (inspection: Awaited<ReturnType<typeof inspectToken>>) =>
  inspection.outcomes.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);

describe('genuine sessions', () => {
  test('an organisation’s token, in the old and the new form', async () => {
    for (const claims of [
      entraClaims(),
      entraClaims({
        iss: enterpriseOwner.replace('{tenantid}', otherTenant),
        tid: otherTenant,
        ver: '2.0',
      }),
    ]) {
      const inspection = await inspectToken(await signToken(enterprise, claims), keys);
      expect(inspection).toMatchObject({
        verdict: 'verified',
        provider: 'outlook-work',
        issuer: 'entra',
      });
    }
  });
  test('a private account’s token', async () => {
    const token = await signToken(consumer, consumerClaims());
    const host = 'outlook.live.com';
    expect(await inspectToken(token, keys, { host, documentHost: host })).toMatchObject({
      verdict: 'verified',
      provider: 'outlook-consumer',
      issuer: 'microsoft-consumer',
    });
  });
  test('a token whose header carries the nonce of Microsoft Graph', async () => {
    const token = await signNonceToken(enterprise, entraClaims(), 'a-nonce_of-Graph');
    expect(await inspectToken(token, keys)).toMatchObject({ verdict: 'verified' });
  });
  test('a token that only names its certificate', async () => {
    const token = await signToken(enterprise, entraClaims(), { kid: undefined });
    expect(await inspectToken(token, keys)).toMatchObject({ verdict: 'verified' });
  });
  test('a guest: another organisation’s token in the host’s mail, without upn', async () => {
    const claims = entraClaims({ upn: undefined, idp: `https://sts.windows.net/${otherTenant}/` });
    expect(await inspectToken(await signToken(enterprise, claims), keys)).toMatchObject({
      verdict: 'verified',
    });
  });
  test('offline nothing is called dangerous, nor verified', async () => {
    const offline = await keyPortOf(
      { [commonKeysUrl]: 'offline', [commonV1KeysUrl]: 'offline' },
      null,
    );
    const inspection = await inspectToken(await signToken(enterprise, entraClaims()), offline);
    expect(inspection.verdict).toBe('undetermined');
    expect(failures(inspection)).toEqual([]);
  });
  test('a wrong clock is corrected by the servers’ clock', async () => {
    const yearMs = 365 * 86_400_000;
    const corrected = await keyPortOf({ [commonKeysUrl]: [enterprise.entry] }, -yearMs);
    const nowMs = (issuedAt + 60) * 1000 + yearMs;
    const token = await signToken(enterprise, entraClaims());
    expect(await inspectToken(token, corrected, { nowMs })).toMatchObject({ verdict: 'verified' });
  });
  test('a clock that could not be compared raises no alarm', async () => {
    const unknown = await keyPortOf({ [commonKeysUrl]: [enterprise.entry] }, null);
    const token = await signToken(enterprise, entraClaims());
    const nowMs = issuedAt * 2000;
    expect(await inspectToken(token, unknown, { nowMs })).toMatchObject({ verdict: 'verified' });
  });
  test('a key that only the old document lists is not determinable, not verified', async () => {
    const old = await keyPortOf({
      [commonV1KeysUrl]: [{ ...enterprise.entry, issuer: undefined }],
    });
    const inspection = await inspectToken(await signToken(enterprise, entraClaims()), old);
    expect(inspection.verdict).toBe('undetermined');
    expect(inspection.outcomes).toContainEqual({
      rule: 'key-foreign',
      outcome: 'unknown',
      reason: 'key-owner-unstated',
    });
  });
});

describe('forgeries', () => {
  const cases: readonly [string, () => Promise<string>, string, string][] = [
    [
      'a private-account key under an organisation (Storm-0558)',
      () => signToken(consumer, entraClaims()),
      'danger',
      'key-foreign',
    ],
    [
      'an organisation’s key under private accounts',
      () => signToken(enterprise, consumerClaims()),
      'danger',
      'key-foreign',
    ],
    [
      'a key of the attacker’s own',
      () => signToken(attacker, entraClaims()),
      'attention',
      'key-not-published',
    ],
    [
      'a key of the attacker’s own under a published name',
      () => signToken({ ...attacker, kid: enterprise.kid }, entraClaims()),
      'danger',
      'signature-invalid',
    ],
    [
      'a changed payload',
      async () => {
        const [header, , signature] = (await signToken(enterprise, entraClaims())).split('.');
        const claims = encodeSegment(JSON.stringify(entraClaims({ upn: 'eve@contoso.example' })));
        return `${header}.${claims}.${signature}`;
      },
      'danger',
      'signature-invalid',
    ],
    [
      'a cut-off signature',
      async () => `${(await signToken(enterprise, entraClaims())).replace(/[^.]*$/, '')}`,
      'danger',
      'signature-invalid',
    ],
    [
      'algorithm none',
      async () => {
        const header = encodeSegment(JSON.stringify({ alg: 'none', kid: enterprise.kid }));
        return `${header}.${encodeSegment(JSON.stringify(entraClaims()))}.`;
      },
      'danger',
      'alg-not-allowed',
    ],
    [
      'issuer and tenant that disagree, with the genuine key',
      () => signToken(enterprise, entraClaims({ tid: otherTenant })),
      'danger',
      'issuer-tenant-mismatch',
    ],
    [
      'an expired token',
      () =>
        signToken(
          enterprise,
          entraClaims({ iat: issuedAt - 9000, nbf: issuedAt - 9000, exp: issuedAt - 4500 }),
        ),
      'attention',
      'token-expired',
    ],
    [
      'a lifetime of ten years',
      () => signToken(enterprise, entraClaims({ exp: issuedAt + 315_360_000 })),
      'attention',
      'lifetime-excessive',
    ],
    [
      'a nonce in the header that was never signed',
      () => signToken(attacker, entraClaims(), { kid: enterprise.kid, nonce: 'x' }),
      'danger',
      'signature-invalid',
    ],
  ];
  test.each(cases)('%s', async (_, forge, verdict, rule) => {
    const inspection = await inspectToken(await forge(), keys);
    expect(inspection.verdict).toBe(verdict);
    expect(failures(inspection)).toContain(rule);
  });
  test('a genuine private account in an organisation’s webmail is unusual', async () => {
    const inspection = await inspectToken(await signToken(consumer, consumerClaims()), keys);
    expect(inspection.verdict).toBe('attention');
    expect(failures(inspection)).toEqual(['issuer-unexpected', 'consumer-on-enterprise']);
  });
});

describe('what leaves the core', () => {
  test('no part of the token, whatever it holds', async () => {
    const victim = await signToken(enterprise, entraClaims());
    const carrier = await signToken(
      enterprise,
      entraClaims({ upn: victim, iss: victim, tid: victim, aud: [victim], ver: victim }),
      { typ: victim },
    );
    for (const token of [victim, carrier]) {
      const text = JSON.stringify(await inspectToken(token, keys));
      for (const segment of [...victim.split('.'), ...carrier.split('.')]) {
        expect(text.includes(segment.slice(0, 40))).toBe(false);
      }
    }
  });
  test('opaque and encrypted credentials are named as what they are', async () => {
    expect(await inspectToken('EwBwA8l6BAAUO9chh8cJscQLmU', keys)).toMatchObject({
      verdict: 'not-inspected',
      notInspected: 'opaque-microsoft-ticket',
    });
  });
  test('broken tokens could not be checked', async () => {
    expect(await inspectToken(`${encodeSegment('{"alg":"RS256"}')}.A.A`, keys)).toMatchObject({
      verdict: 'undetermined',
      notInspected: 'base64url-invalid',
    });
  });
  test('an issuer that nobody knows is undetermined, not dangerous', async () => {
    const token = await signToken(attacker, entraClaims({ iss: 'https://sts.example.org/' }));
    expect(await inspectToken(token, keys)).toMatchObject({
      verdict: 'undetermined',
      issuer: null,
    });
  });
});
