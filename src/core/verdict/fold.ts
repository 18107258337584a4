import type { RuleOutcome, Verdict } from '../inspection.ts';
import type { Rule } from '../rules/rule.ts';

/** `open`: nothing essential has been decided yet. */
export type VerdictState = 'open' | Exclude<Verdict, 'not-inspected'>;

export type VerdictEvent =
  | 'pass-essential'
  | 'pass'
  | 'unknown-essential'
  | 'unknown'
  | 'fail-note'
  | 'fail-attention'
  | 'fail-danger'
  | 'not-applicable';

const staying = (state: VerdictState): Record<VerdictEvent, VerdictState> => ({
  'pass-essential': state,
  pass: state,
  'unknown-essential': state,
  unknown: state,
  'fail-note': state,
  'fail-attention': 'attention',
  'fail-danger': 'danger',
  'not-applicable': state,
});

/**
 * Every state with every event. Only climbs: nothing that passes takes a failure back, and an essential check that could
 * not be made can never end as `verified`.
 */
export const transitions: Record<VerdictState, Record<VerdictEvent, VerdictState>> = {
  open: { ...staying('open'), 'pass-essential': 'verified', 'unknown-essential': 'undetermined' },
  verified: { ...staying('verified'), 'unknown-essential': 'undetermined' },
  undetermined: staying('undetermined'),
  attention: staying('attention'),
  danger: { ...staying('danger'), 'fail-attention': 'danger' },
};

/** By the list of rules, so that it is not made anew for every token. */
const essentialIds = new WeakMap<readonly Rule[], ReadonlySet<string>>();

function findEssential(rules: readonly Rule[]): ReadonlySet<string> {
  const known = essentialIds.get(rules);
  if (known !== undefined) return known;
  const ids = new Set(rules.filter(({ essential }) => essential).map(({ id }) => id));
  essentialIds.set(rules, ids);
  return ids;
}

/** Folds outcomes into one verdict; their order does not matter. */
export function foldVerdict(outcomes: readonly RuleOutcome[], rules: readonly Rule[]): Verdict {
  const essential = findEssential(rules);
  let state: VerdictState = 'open';
  for (const outcome of outcomes) {
    state = transitions[state][toEvent(outcome, essential.has(outcome.rule))];
  }
  return state === 'open' ? 'undetermined' : state;
}

function toEvent(outcome: RuleOutcome, isEssential: boolean): VerdictEvent {
  switch (outcome.outcome) {
    case 'pass':
      return isEssential ? 'pass-essential' : 'pass';
    case 'fail':
      if (outcome.acceptedAtMs !== undefined) return isEssential ? 'unknown-essential' : 'unknown';
      // Nothing is called genuine while what it rests on failed, however little that proves.
      return isEssential && outcome.severity === 'note'
        ? 'unknown-essential'
        : `fail-${outcome.severity}`;
    case 'unknown':
      return isEssential ? 'unknown-essential' : 'unknown';
    case 'not-applicable':
      // What `verified` rests on must have been checked, not skipped.
      return isEssential ? 'unknown-essential' : 'not-applicable';
  }
}
