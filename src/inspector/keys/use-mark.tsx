import type { VNode } from 'preact';
import type { Verdict } from '../../core/index.ts';

/** A shape for each verdict, around the origin. */
const shapes: Readonly<Record<Verdict, string>> = {
  verified: 'M0-4.500a4.500 4.500 0 100 9 4.500 4.500 0 000-9z',
  attention: 'M0-5.500L5.500 4.500h-11z',
  danger: 'M-4-6h8l2 2v8l-2 2h-8l-2-2v-8z',
  undetermined: 'M-4.500-4.500h9v9h-9z',
  'not-inspected': 'M-4.500-4.500h9v9h-9z',
};
const inside: Partial<Readonly<Record<Verdict, string>>> = {
  danger: 'M-2.500-2.500l5 5M2.500-2.500l-5 5',
  attention: 'M0-2v3M0 2.700v.1',
};

/** A token that was seen with a key. */
export function UseMark({
  verdict,
  x = 0,
  y = 0,
}: {
  readonly verdict: Verdict;
  readonly x?: number;
  readonly y?: number;
}): VNode {
  const more = inside[verdict];
  return (
    <g class="use" data-verdict={verdict} transform={`translate(${x} ${y})`}>
      <path d={shapes[verdict]} />
      {more !== undefined && <path class="use-inside" d={more} />}
    </g>
  );
}
