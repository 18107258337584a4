import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type RuleOutcome, rules } from '../../src/core/index.ts';
import { type ClaimRow, placeFindings } from '../../src/inspector/claims/claim-row.ts';
import { findClaim, headerMembers, knownClaims } from '../../src/inspector/claims/known-claims.ts';
import { placesOf } from '../../src/inspector/claims/places.ts';

const messages: Record<string, unknown> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const failOf = (
  rule: string,
  evidence: Extract<RuleOutcome, { outcome: 'fail' }>['evidence'] = [],
) => ({ rule, outcome: 'fail', severity: 'danger', evidence }) as const;
const rowOf = (name: string): ClaimRow => ({
  names: [name],
  value: '',
  seconds: null,
  known: null,
});

describe('what is known of claims', () => {
  const all = [...headerMembers, ...knownClaims];

  test('is a sentence each, and no sentence is left over', () => {
    const used = new Set([
      ...all.map(({ id }) => `inspector_claim_${id}`),
      // Rows that stand for several claims, and what stands beside them.
      ...['account', 'subject', 'application', 'unknown', 'spec'].map(
        (id) => `inspector_claim_${id}`,
      ),
    ]);
    const written = Object.keys(messages).filter((name) => name.startsWith('inspector_claim_'));
    expect(written.length).toBeGreaterThan(50);
    expect([...used].sort()).toEqual(written.sort());
  });

  test('says where each is defined, at an address of a standard or of its maker', () => {
    for (const { spec } of all) {
      expect(new URL(spec.url).protocol).toBe('https:');
      expect([
        'www.rfc-editor.org',
        'openid.net',
        'learn.microsoft.com',
        'developers.google.com',
      ]).toContain(new URL(spec.url).hostname);
      expect(spec.label.length).toBeGreaterThan(5);
    }
  });

  test('names no claim twice in one place', () => {
    for (const list of [headerMembers, knownClaims]) {
      const names = list.flatMap((claim) => claim.names);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test.each(
    'exp iat nbf iss aud sub tid oid upn preferred_username azp appid scp roles acr amr ver uti jti nonce at_hash c_hash cnf idtyp wids puid xms_cc xms_tcdt'.split(
      ' ',
    ),
  )('explains %s', (name) => {
    expect(findClaim(name, 'claims')).not.toBeNull();
  });

  test('keeps a header member and a claim of one name apart, and names exact', () => {
    expect(findClaim('nonce', 'header')?.id).toBe('header_nonce');
    expect(findClaim('nonce', 'claims')?.id).toBe('nonce');
    for (const name of ['TID', '__proto__', 'constructor', '', 'xms', '*'])
      expect(findClaim(name, 'claims')).toBeNull();
  });
});

describe('where a finding belongs', () => {
  test.each([
    ['alg-none', ['alg']],
    ['key-foreign', ['kid']],
    ['key-embedded', ['jwk', 'x5c', 'jku', 'x5u']],
    ['issuer-tenant-mismatch', ['iss', 'tid']],
    ['tenant-claim-mismatch', ['tid']],
    ['audience-unexpected', ['aud']],
    ['token-expired', ['exp']],
    ['token-id-reused', ['uti', 'jti']],
    ['lifetime-missing', ['exp']],
    ['signature-invalid', []],
    ['token-oversized', []],
  ])('%s', (rule, places) => {
    expect(placesOf(failOf(rule))).toEqual(places);
  });

  test('is where its evidence says, when its name says nothing', () => {
    expect(placesOf(failOf('weather-bad', [{ name: 'audience', value: 'x' }]))).toEqual(['aud']);
    expect(placesOf(failOf('weather-bad', [{ name: 'detail', value: 'c_hash' }]))).toEqual([
      'c_hash',
    ]);
    expect(placesOf(failOf('weather-bad', [{ name: 'detail', value: '<b>' }]))).toEqual([]);
  });

  test('is never nowhere: what has no claim on the page is told of the whole token', () => {
    const rows = ['alg', 'kid', 'iss', 'aud', 'tid', 'iat', 'exp'].map(rowOf);
    expect(rules.length).toBeGreaterThan(50);
    for (const { id } of rules) {
      const findings = placeFindings([failOf(id), { rule: 'x', outcome: 'pass' }], rows);
      const shown = [...rows.flatMap((row) => findings.at(row)), ...findings.ofWhole];
      expect(new Set(shown.map(({ rule }) => rule))).toEqual(new Set([id]));
    }
  });
});
