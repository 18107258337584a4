import { describe, expect, test, vi } from 'vitest';
import { prepareJudgement } from '../../src/core/judge.ts';
import { rules } from '../../src/core/rules/index.ts';
import * as running from '../../src/core/rules/run.ts';
import { createSightingMemory } from '../../src/core/session/memory.ts';
import { rememberFacts } from '../../src/core/session/recall.ts';
import { factsOf } from '../support/facts.ts';
import { sightingOf } from '../support/inspections.ts';

const plain = { kind: 'verified', form: 'plain' } as const;
const nonceForm = { kind: 'verified', form: 'header-nonce' } as const;
const failed = { kind: 'failed' } as const;

function setUp(expected: typeof plain | null, memory = createSightingMemory()) {
  const runs = vi.spyOn(running, 'runRules');
  runs.mockClear();
  const { signature: _signature, deniedSigner: _signer, ...known } = factsOf();
  const sighting = sightingOf();
  const conclude = prepareJudgement(known, sighting, 'fingerprint', memory, expected);
  return { conclude, known, sighting, memory, runs };
}

describe('a judgement made ahead', () => {
  test('stands when the signature is what was expected', () => {
    const { conclude, runs } = setUp(plain);
    const ahead = conclude(plain, null);
    expect(runs).toHaveBeenCalledTimes(1);
    const { outcomes, facts } = setUp(null).conclude(plain, null);
    expect(ahead.outcomes).toEqual(outcomes);
    expect(ahead.facts).toEqual(facts);
  });

  test.each([failed, nonceForm, { kind: 'not-checked', reason: 'key-unusable' } as const])(
    'is thrown away for %j, and the rules see that',
    (signature) => {
      const { conclude, runs } = setUp(plain);
      const { facts, outcomes } = conclude(signature, null);
      expect(runs).toHaveBeenCalledTimes(2);
      expect(facts.signature).toEqual(signature);
      expect(outcomes).toEqual(setUp(null).conclude(signature, null).outcomes);
    },
  );

  test('a failed signature fails its rule', () => {
    const { outcomes } = setUp(plain).conclude(failed, null);
    const rule = outcomes.find(({ rule }) => rule === 'signature-invalid');
    expect(rule).toMatchObject({ outcome: 'fail', severity: 'danger' });
    expect(outcomes).toHaveLength(rules.length);
  });

  test('is thrown away when another token was remembered meanwhile', () => {
    const { conclude, runs, known, sighting, memory } = setUp(plain);
    const other = prepareJudgement(known, sighting, 'another', memory, null)(plain, null);
    rememberFacts(other.facts, sighting, memory);
    runs.mockClear();
    const { facts } = conclude(plain, null);
    expect(runs).toHaveBeenCalledTimes(1);
    expect(facts.earlier.accounts).toHaveLength(1);
  });

  test('is thrown away when a tab began to load meanwhile', () => {
    const { conclude, runs, memory } = setUp(plain);
    memory.noteStart({ tabId: 1, atMs: 5 });
    expect(conclude(plain, null).facts.earlier.freshStarts).toEqual([{ tabId: 1, atMs: 5 }]);
    expect(runs).toHaveBeenCalledTimes(2);
  });

  test('is not made where the signature cannot be checked', () => {
    const { conclude, runs } = setUp(null);
    expect(runs).not.toHaveBeenCalled();
    conclude({ kind: 'not-checked', reason: 'no-key' }, null);
    expect(runs).toHaveBeenCalledTimes(1);
  });
});
