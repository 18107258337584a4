import type { Inspection, RuleOutcome, Verdict } from '../inspection.ts';
import type { NestedPlace, NestedText } from './find-nested.ts';

/** How deep tokens are looked at inside each other: the outermost is layer 0. */
export const maxNestingDepth = 2;
/** Most tokens inside one credential that are looked at, on all layers together: each costs a signature check. */
export const maxNestedTokens = 9;

/** What was found of one token inside another. */
export interface NestedFacts {
  readonly place: NestedPlace;
  readonly verdict: Verdict;
  /** Rules that failed with a severity above a note. */
  readonly failed: readonly string[];
}

export interface NestingFacts {
  readonly layers: readonly NestedFacts[];
  /** Whether there were more than the bounds allow to look at. */
  readonly exceedsBounds: boolean;
}

export const noNesting: NestingFacts = Object.freeze({
  layers: Object.freeze([]),
  exceedsBounds: false,
});

/** What is left to spend on one credential, shared by all of its layers. */
export interface NestingBudget {
  readonly depth: number;
  readonly left: { count: number };
}

export const createBudget = (): NestingBudget => ({ depth: 0, left: { count: maxNestedTokens } });

/** Judges tokens that were found inside a token, each by itself and by every rule, within the bounds. */
export async function inspectNested(
  found: readonly NestedText[],
  { depth, left }: NestingBudget,
  judge: (text: string, budget: NestingBudget) => Promise<Inspection>,
): Promise<NestingFacts> {
  if (depth >= maxNestingDepth) return Object.freeze({ layers: [], exceedsBounds: true });
  const layers: NestedFacts[] = [];
  for (const { place, text } of found) {
    if (left.count === 0) return Object.freeze({ layers, exceedsBounds: true });
    left.count--;
    const { verdict, outcomes } = await judge(text, { depth: depth + 1, left });
    layers.push(Object.freeze({ place, verdict, failed: namesOfFailed(outcomes) }));
  }
  return Object.freeze({ layers: Object.freeze(layers), exceedsBounds: false });
}

const namesOfFailed = (outcomes: readonly RuleOutcome[]): readonly string[] =>
  outcomes.flatMap((outcome) =>
    outcome.outcome === 'fail' && outcome.severity !== 'note' ? [outcome.rule] : [],
  );
