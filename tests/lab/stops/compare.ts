import type { Finding, Findings } from './findings.ts';
import type { Right } from './traffic.ts';

export interface Expected {
  /** Every token that was used, by fingerprint, with its right verdict. */
  readonly used: ReadonlyMap<string, Right>;
  /** Those of them that must be known for good. */
  readonly owed: readonly string[];
}

/** Sentences about what was lost, found twice or judged wrongly; none when all is as it should be. */
export const compareFindings = (
  { sessions, history }: Findings,
  expected: Expected,
): readonly string[] => [
  ...compareList('sessions', sessions, expected),
  ...compareList('history', history, expected),
];

function compareList(
  where: 'sessions' | 'history',
  found: readonly Finding[],
  { used, owed }: Expected,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { fingerprint } of found) {
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  }
  const lost = owed.filter((fingerprint) => !counts.has(fingerprint)).length;
  const twice = [...counts.values()].filter((count) => count > 1).length;
  const strange = [...counts.keys()].filter((fingerprint) => !used.has(fingerprint)).length;
  return [
    ...(lost > 0 ? [`${where}: ${lost} of ${owed.length} tokens that must be there are lost`] : []),
    ...(twice > 0 ? [`${where}: ${twice} tokens stand there more than once`] : []),
    ...(strange > 0 ? [`${where}: ${strange} tokens stand there that nobody used`] : []),
    ...found.flatMap((one) => {
      const problem = problemOf(one, used.get(one.fingerprint));
      return problem === null ? [] : [`${where}: ${problem}`];
    }),
  ];
}

function problemOf({ verdict, failing }: Finding, right: Right | undefined): string | null {
  if (right === undefined) return null;
  if (verdict !== right) return `a verdict is ${verdict} instead of ${right}`;
  const isRight = right === 'verified' ? failing.length === 0 : failing.includes('key-foreign');
  return isRight ? null : `a ${verdict} has the findings ${failing.join(', ') || 'none'}`;
}
