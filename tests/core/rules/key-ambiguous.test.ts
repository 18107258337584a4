import { describe, expect, test } from 'vitest';
import { entraChina } from '../../../src/core/issuers/entra-china.ts';
import { google } from '../../../src/core/issuers/google.ts';
import { keyAmbiguous } from '../../../src/core/rules/key-ambiguous.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, factsOf, issuerOf } from '../../support/facts.ts';

const ambiguous = { kind: 'ambiguous', candidates: 2, url: 'https://keys' } as const;

describe('passes', () => {
  test('one key', () => {
    expect(answerOf(keyAmbiguous, factsOf())).toBe('pass');
  });
});

describe('fails', () => {
  test('several keys under a name that is made from a certificate', () => {
    expect(answerOf(keyAmbiguous, factsOf({ key: ambiguous }))).toBe('fail:danger');
  });
  test('several keys under any other name are unusual', () => {
    expect(answerOf(keyAmbiguous, factsOf({ key: ambiguous, issuer: issuerOf(google) }))).toBe(
      'fail:attention',
    );
  });
  test('at an address that nobody could confirm they are noted', () => {
    const unconfirmed = entraChina.keyDocuments.find(({ verified }) => verified === false);
    const key = { ...ambiguous, url: unconfirmed?.url ?? '' };
    const facts = factsOf({ key, issuer: issuerOf(entraChina) });
    expect(answerOf(keyAmbiguous, facts)).toBe('fail:note');
  });
});

describe('unknown', () => {
  test('no key is another answer', () => {
    expect(answerOf(keyAmbiguous, factsOf({ key: { kind: 'not-findable' } }))).toBe(
      'not-applicable',
    );
  });
});

describe('hostile', () => {
  test('a key id of any length stays bounded in the evidence', () => {
    const facts = factsOf({ header: { kid: 'x'.repeat(9_000) }, key: ambiguous });
    expect(JSON.stringify(runRules(facts, [keyAmbiguous])).length).toBeLessThan(3000);
  });
});
