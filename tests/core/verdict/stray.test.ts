import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../../src/core/index.ts';
import { isStray, softenStray } from '../../../src/core/verdict/stray.ts';
import { factsOf } from '../../support/facts.ts';
import { commonKeysUrl, keyPortOf } from '../../support/keys.ts';
import {
  assembleToken,
  type Claims,
  createSigningKey,
  enterpriseOwner,
  entraClaims,
  inspectToken,
  issuedAt,
  signToken,
} from '../../support/tokens.ts';

const key = await createSigningKey(enterpriseOwner);
const keys = await keyPortOf({ [commonKeysUrl]: [key.entry] });

const severities = ({ outcomes }: Inspection) =>
  outcomes.flatMap((outcome) => (outcome.outcome === 'fail' ? [outcome.severity] : []));

const inspectOn = (host: string, credential: string, page = host) =>
  inspectToken(credential, keys, { host, documentHost: page });

const unsigned = (claims: Claims) =>
  assembleToken(JSON.stringify({ typ: 'JWT', alg: 'none' }), JSON.stringify(claims), '');

describe('on a webmail whose sessions are opaque, a token of an issuer whom nobody knows', () => {
  test('with times in milliseconds, as mail.com’s have, is no warning', async () => {
    const token = await signToken(key, {
      auth_id: 'somebody',
      iat: issuedAt * 1000,
      exp: (issuedAt + 7200) * 1000,
    });
    const inspection = await inspectOn('maillist.mail.com', token, 'webmailer.mail.com');
    expect(inspection).toMatchObject({ provider: 'mail-com', verdict: 'undetermined' });
    expect(new Set(severities(inspection))).toEqual(new Set(['note']));
  });

  test.each([
    ['without an end', { iss: 'https://ads.example', sub: 'x', iat: issuedAt }],
    ['that ended before it began', { iss: 'https://ads.example', iat: issuedAt, exp: 0 }],
    ['without an issuer', { sub: 'x' }],
  ])(
    '%s and without a signature, as a library of the page may keep one, is no warning',
    async (_name, claims) => {
      for (const host of ['mail.yahoo.com', 'mail.google.com', 'navigator.gmx.net']) {
        const inspection = await inspectOn(host, unsigned(claims));
        expect(inspection.verdict, host).toBe('undetermined');
        expect(severities(inspection)).not.toContain('attention');
        expect(severities(inspection)).not.toContain('danger');
      }
    },
  );
});

describe('a forgery is told there too', () => {
  test('when it names an issuer that is known', async () => {
    const token = unsigned({ iss: 'https://accounts.google.com', sub: 'x', exp: issuedAt + 60 });
    expect(await inspectOn('mail.google.com', token)).toMatchObject({ verdict: 'danger' });
  });

  test('when its issuer imitates one that is known', async () => {
    const token = unsigned({ iss: 'https://accounts.goog1e.com', sub: 'x', exp: issuedAt + 60 });
    expect(await inspectOn('mail.google.com', token)).toMatchObject({ verdict: 'danger' });
  });

  test('when it stands inside of one that is not known', async () => {
    const inner = unsigned({ iss: 'https://accounts.google.com', sub: 'x', exp: issuedAt + 60 });
    const outer = await signToken(key, { iss: 'https://other.example', access_token: inner });
    const inspection = await inspectOn('mail.google.com', outer);
    expect(inspection.outcomes).toContainEqual(
      expect.objectContaining({ rule: 'nested-invalid', outcome: 'fail' }),
    );
    expect(inspection.verdict).toBe('danger');
  });
});

describe('nothing is softened', () => {
  test('on a webmail whose tokens can be checked', async () => {
    const token = unsigned({ iss: 'https://ads.example', sub: 'x' });
    expect(await inspectOn('outlook.office.com', token)).toMatchObject({ verdict: 'danger' });
    expect(isStray({ ...factsOf(), issuer: { kind: 'absent' } })).toBe(false);
  });

  test('when no webmail is known', () => {
    expect(isStray({ provider: null, issuer: { kind: 'absent' } })).toBe(false);
    const outcomes = [
      { rule: 'alg-none', outcome: 'fail', severity: 'danger', evidence: [] },
    ] as const;
    expect(softenStray(outcomes, { provider: null, issuer: { kind: 'absent' } })).toBe(outcomes);
  });
});

test('a known issuer that an opaque webmail does not use is worth a note: other services’ tokens are met there', async () => {
  const token = await signToken(key, entraClaims({ aud: 'https://mail.google.com' }));
  const inspection = await inspectOn('mail.google.com', token);
  expect(inspection.outcomes).toContainEqual(
    expect.objectContaining({ rule: 'issuer-unexpected', severity: 'note' }),
  );
  expect(inspection.verdict).toBe('verified');
});
