import { describe, expect, test } from 'vitest';
import { google } from '../../../src/core/issuers/google.ts';
import type { Disagreement } from '../../../src/core/keys/witness/compare.ts';
import { keyWitnessDisagrees } from '../../../src/core/rules/key-witness-disagrees.ts';
import { runRules } from '../../../src/core/rules/run.ts';
import { answerOf, factsOf, issuerOf, selectedKey } from '../../support/facts.ts';
import { consumerOwner } from '../../support/tokens.ts';

const material: Disagreement = {
  witness: 'shipped',
  about: 'material',
  source: 'a collection of 2024',
  value: 'another thumbprint',
};
const owner: Disagreement = { ...material, about: 'owner', value: consumerOwner };
const withWitness = (...disagreements: Disagreement[]) =>
  factsOf({ key: selectedKey({ disagreements }) });

describe('passes', () => {
  test('nobody disagrees', () => {
    expect(answerOf(keyWitnessDisagrees, factsOf())).toBe('pass');
  });
});

describe('fails', () => {
  test('other material under a name that is made from a certificate, and says who knows it', () => {
    const [outcome] = runRules(withWitness(material), [keyWitnessDisagrees]);
    expect(outcome).toMatchObject({
      outcome: 'fail',
      severity: 'danger',
      evidence: expect.arrayContaining([
        { name: 'key-thumbprint-elsewhere', value: 'another thumbprint' },
        { name: 'witness', value: 'a collection of 2024' },
      ]),
    });
  });
  test('other material under any other name is unusual, another owner is danger', () => {
    const atGoogle = (disagreement: Disagreement) =>
      answerOf(keyWitnessDisagrees, { ...withWitness(disagreement), issuer: issuerOf(google) });
    expect(atGoogle(material)).toBe('fail:attention');
    expect(atGoogle(owner)).toBe('fail:danger');
  });
});

describe('unknown', () => {
  test('without a key nobody is asked', () => {
    const absent = factsOf({ key: { kind: 'unavailable', problem: 'offline' } });
    expect(answerOf(keyWitnessDisagrees, absent)).toBe('not-applicable');
  });
});

describe('hostile', () => {
  test('an unknown issuer is not judged by the habits of a known one', () => {
    const facts = { ...withWitness(material), issuer: { kind: 'unknown', iss: 'x' } as const };
    expect(answerOf(keyWitnessDisagrees, facts)).toBe('not-applicable');
  });
});
