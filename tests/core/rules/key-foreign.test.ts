import { describe, expect, test } from 'vitest';

import type { Facts } from '../../../src/core/index.ts';
import { keyForeign } from '../../../src/core/rules/key-foreign.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, consumerKey, factsOf, selectedKey } from '../../support/facts.ts';
import { consumerOwner } from '../../support/tokens.ts';

const ownedBy = (
  owner: 'this-issuer' | 'other-issuer' | 'unstated',
  ownerText: string | null,
): Facts =>
  factsOf({ key: selectedKey({ key: consumerKey, url: 'https://keys', owner, ownerText }) });

describe('passes', () => {
  test('a key that the document gives to this issuer', () => {
    expect(answerOf(keyForeign, ownedBy('this-issuer', 'x'))).toBe('pass');
  });
});

describe('fails', () => {
  test('a key for private accounts under a company (Storm-0558) is danger and names both', () => {
    const [outcome] = runRules(ownedBy('other-issuer', consumerOwner), [keyForeign]);
    expect(outcome).toMatchObject({
      outcome: 'fail',
      severity: 'danger',
      evidence: expect.arrayContaining([{ name: 'key-owner', value: consumerOwner }]),
    });
  });
});

describe('a key that was somebody else’s before', () => {
  test('is danger, whatever its document says now', () => {
    for (const owner of ['this-issuer', 'unstated'] as const) {
      const key = selectedKey({ owner, formerOwner: consumerOwner });
      const [outcome] = runRules(factsOf({ key }), [keyForeign]);
      expect(outcome).toMatchObject({
        outcome: 'fail',
        severity: 'danger',
        evidence: expect.arrayContaining([{ name: 'key-owner-before', value: consumerOwner }]),
      });
    }
  });
});

describe('unknown', () => {
  test('a key whose document does not say whose it is', () => {
    expect(answerOf(keyForeign, ownedBy('unstated', null))).toBe('unknown:key-owner-unstated');
  });
  test('without a key nothing is compared, and the token cannot become verified', () => {
    const facts = factsOf({ key: { kind: 'unavailable', problem: 'offline' } });
    expect(runRules(facts, [keyForeign])).toMatchObject([
      { outcome: 'unknown', reason: 'key-not-found' },
    ]);
  });
});

describe('hostile', () => {
  test('an owner text of any length stays bounded in the evidence', () => {
    const [outcome] = runRules(ownedBy('other-issuer', 'x y'.repeat(100_000)), [keyForeign]);
    expect(JSON.stringify(outcome).length).toBeLessThan(3000);
  });
});
