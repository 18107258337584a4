import type { TokenGroup } from './collect.ts';
import { type Judging, judge } from './judge.ts';
import type { JudgedUse } from './report.ts';

/** Judges every use of a token, in the order of their times. */
export async function judgeGroup(
  { uses: [first, ...others] }: TokenGroup,
  judging: Judging,
): Promise<readonly [JudgedUse, ...JudgedUse[]]> {
  const judged: [JudgedUse, ...JudgedUse[]] = [
    { use: first, inspection: await judge(first, judging) },
  ];
  for (const use of others) judged.push({ use, inspection: await judge(use, judging) });
  return judged;
}
