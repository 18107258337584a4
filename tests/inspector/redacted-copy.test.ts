import { expect, test } from 'vitest';
import { evidenceNames } from '../../src/core/index.ts';
import { buildRedactedCopy, removed } from '../../src/inspector/sessions/redacted-copy.ts';
import { inspectionOf } from '../support/inspections.ts';

const token = inspectionOf().token;
const secret = 'ada-lovelace';

test('a copy holds verdict, key and times, and neither account nor subject', () => {
  const copy = JSON.parse(buildRedactedCopy(inspectionOf()));
  expect(copy).toMatchObject({
    format: 'countersign-inspection',
    verdict: 'verified',
    header: { alg: 'RS256', kid: 'key' },
    claims: { account: removed, subject: removed, iat: '2026-11-24T12:00:00.000Z' },
  });
});

test('nothing that the maker of an unknown token wrote is in a copy', () => {
  if (token === null) throw new Error('the fixture has a token');
  const inspection = inspectionOf({
    issuer: null,
    token: {
      ...token,
      alg: secret,
      kid: secret,
      typ: secret,
      iss: secret,
      aud: [secret],
      tenant: secret,
      account: secret,
      subject: secret,
      appId: secret,
      version: secret,
    },
    outcomes: [
      {
        rule: 'issuer-unknown',
        outcome: 'fail',
        severity: 'note',
        evidence: [
          { name: 'issuer', value: secret },
          { name: 'account-id', value: secret },
          { name: 'domain', value: secret },
          { name: 'detail', value: secret },
        ],
      },
    ],
  });
  expect(buildRedactedCopy(inspection)).not.toContain(secret);
});

test('of the evidence of a known issuer, what names the person is left out', () => {
  const evidence = evidenceNames.map((name) => ({ name, value: secret }));
  const copy = JSON.parse(
    buildRedactedCopy(
      inspectionOf({
        outcomes: [{ rule: 'key-foreign', outcome: 'fail', severity: 'danger', evidence }],
      }),
    ),
  );
  const kept: { name: string; value: string }[] = copy.outcomes[0].evidence;
  const left = kept.filter(({ value }) => value === removed).map(({ name }) => name);
  expect(left).toEqual(['token-id', 'account-id', 'earlier-account-id', 'domain', 'detail']);
});

test('a time that is none stays a number', () => {
  if (token === null) throw new Error('the fixture has a token');
  const copy = buildRedactedCopy(inspectionOf({ token: { ...token, issuedAtSeconds: 1e300 } }));
  expect(JSON.parse(copy).claims.iat).toBe(1e300);
});
