import type { Facts, SignatureFacts } from './facts.ts';
import type { RuleOutcome } from './inspection.ts';
import type { DeniedKey } from './keys/denied.ts';
import { rules } from './rules/index.ts';
import { runRules } from './rules/run.ts';
import type { MemoryPort } from './session/memory.ts';
import { type FactsOfToken, isRecalledStill, recallFacts } from './session/recall.ts';
import type { Sighting } from './sighting.ts';
import { softenStray } from './verdict/stray.ts';

/** What is known of a token while its signature is being checked. */
export type FactsUnsigned = Omit<FactsOfToken, 'signature' | 'deniedSigner'>;

/** The facts of one sighting and what every rule says of them. */
export interface Judgement {
  readonly facts: Facts;
  readonly outcomes: readonly RuleOutcome[];
}

/** Ends a judgement with what the signature turned out to be. Nothing waits in it. */
export type Conclude = (signature: SignatureFacts, deniedSigner: DeniedKey | null) => Judgement;

/**
 * Prepares the judgement of one sighting. With `expected`, every rule runs at once as if that were the signature's answer, in the time
 * in which the browser checks it in another thread: nearly all signatures fit. Rules are pure, so this judgement stands exactly where
 * the same facts would be gathered at the end; where the signature is another, or another token was remembered meanwhile, it is
 * thrown away and all rules run again.
 */
export function prepareJudgement(
  known: FactsUnsigned,
  sighting: Sighting,
  fingerprint: string,
  memory: MemoryPort | undefined,
  expected: SignatureFacts | null,
): Conclude {
  const recall = (signature: SignatureFacts, deniedSigner: DeniedKey | null): Facts =>
    recallFacts({ signature, deniedSigner, ...known }, sighting, fingerprint, memory);
  const ahead = expected === null ? null : judge(recall(expected, null));
  return (signature, deniedSigner) => {
    const isAsExpected = ahead !== null && isSameSignature(signature, expected);
    if (isAsExpected && isRecalledStill(ahead.facts, sighting, memory)) return ahead;
    return judge(recall(signature, deniedSigner));
  };
}

function judge(facts: Facts): Judgement {
  return { facts, outcomes: Object.freeze(softenStray(runRules(facts, rules), facts)) };
}

const isSameSignature = (found: SignatureFacts, expected: SignatureFacts | null): boolean =>
  found.kind === 'verified' && expected?.kind === 'verified' && found.form === expected.form;
