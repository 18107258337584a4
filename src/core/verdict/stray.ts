import type { Facts } from '../facts.ts';
import type { RuleOutcome } from '../inspection.ts';

/**
 * What fails for a token of an issuer that is known: that it imitates one is about the known one, and so is what stands inside it,
 * which was judged by itself.
 */
const aboutKnownIssuers: ReadonlySet<string> = new Set(['issuer-imitates', 'nested-invalid']);

/**
 * Whether a token may be no part of the webmail's session at all: nobody knows its issuer, and the webmail's own sessions are opaque.
 * The pages of such webmails hold tokens of advertising and other libraries, and tokens that are for the provider's servers alone,
 * whose habits nobody else knows (those of mail.com give their times in milliseconds).
 */
export const isStray = ({ provider, issuer }: Pick<Facts, 'provider' | 'issuer'>): boolean =>
  provider?.isOpaque === true && issuer.kind !== 'known';

/** Outcomes of a stray token: what is odd about it is worth knowing and no more, because nothing says how it should be. */
export function softenStray(
  outcomes: readonly RuleOutcome[],
  facts: Pick<Facts, 'provider' | 'issuer'>,
): readonly RuleOutcome[] {
  if (!isStray(facts)) return outcomes;
  return outcomes.map((outcome) =>
    outcome.outcome === 'fail' && !aboutKnownIssuers.has(outcome.rule)
      ? Object.freeze({ ...outcome, severity: 'note' as const })
      : outcome,
  );
}
