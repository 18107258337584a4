import { describe, expect, test } from 'vitest';

import { gmail } from '../../../src/core/providers/gmail.ts';
import { issuerUnexpected } from '../../../src/core/rules/issuer-unexpected.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, consumerIssuer, factsOf } from '../../support/facts.ts';

describe('passes', () => {
  test('an issuer that belongs to the webmail', () => {
    expect(answerOf(issuerUnexpected, factsOf())).toBe('pass');
  });
});

describe('fails', () => {
  test('a private account’s issuer in the webmail of organisations is unusual', () => {
    expect(answerOf(issuerUnexpected, factsOf({ issuer: consumerIssuer() }))).toBe(
      'fail:attention',
    );
  });
  test('on a webmail whose sessions are opaque it is worth a note: its pages hold tokens of other services', () => {
    expect(answerOf(issuerUnexpected, factsOf({ provider: gmail }))).toBe('fail:note');
  });
});

describe('unknown', () => {
  test('without a webmail or a known issuer nothing is compared', () => {
    for (const facts of [
      factsOf({ provider: null }),
      factsOf({ issuer: { kind: 'unknown', iss: 'https://example.org' } }),
    ]) {
      expect(runRules(facts, [issuerUnexpected])).toMatchObject([{ outcome: 'not-applicable' }]);
    }
  });
});

describe('hostile', () => {
  test('evidence of a very long issuer stays bounded', () => {
    const issuer = { ...consumerIssuer(), iss: 'i '.repeat(100_000) };
    const outcomes = runRules(factsOf({ issuer }), [issuerUnexpected]);
    expect(JSON.stringify(outcomes).length).toBeLessThan(2000);
  });
});
