import type { VNode } from 'preact';
import type { KeyLine, KeyUse } from './key-line.ts';
import { useTimeline } from './timeline-context.ts';
import { UseMark } from './use-mark.tsx';
import type { Plot } from './use-plot.ts';

/** Height of a row's drawing, and of the bar in it. */
const height = 40;
const top = 9;
const thick = 16;
const middle = top + thick / 2;
/** Least width of a bar, so that a key of an hour is seen among years. */
const leastWidth = 6;

/** What the bar says of a key as a whole. */
export type BarLook = 'listed' | 'gone' | 'stolen' | 'disputed';

export function lookOf({ signs, isListed }: KeyLine): BarLook {
  const has = (...kinds: readonly string[]) => signs.some(({ kind }) => kinds.includes(kind));
  if (has('denied')) return 'stolen';
  if (has('swapped', 'owner-changed', 'disagrees')) return 'disputed';
  return isListed ? 'listed' : 'gone';
}

/**
 * A key over time. The bar is when it was listed; an edge without a round corner goes on beyond what was seen. The thin line below is its
 * certificate. Everything here is said in words elsewhere.
 */
export function KeyBar({ line }: { readonly line: KeyLine }): VNode {
  const { plot, nowMs } = useTimeline();
  const { xOf, ticks, width } = plot;
  const nowX = xOf(nowMs);
  return (
    <svg class="key-drawing" height={height} aria-hidden="true">
      <path class="grid" d={ticks.map((tick) => `M${xOf(tick.getTime())} 0v${height}`).join('')} />
      <Certificate line={line} plot={plot} />
      <Bar line={line} plot={plot} nowX={nowX} />
      <Moments line={line} plot={plot} />
      {usesBySpot(line.uses, plot).map(({ x, verdict }) => (
        <UseMark key={`${x} ${verdict}`} verdict={verdict} x={x} y={middle} />
      ))}
      {nowX > 0 && nowX < width && <path class="now-line" d={`M${nowX} 0v${height}`} />}
    </svg>
  );
}

function Bar({
  line,
  plot: { xOf, isRightToLeft },
  nowX,
}: {
  readonly line: KeyLine;
  readonly plot: Plot;
  readonly nowX: number;
}): VNode {
  const { firstMs, lastMs, isListed, isOlder, earlier } = line;
  const start = xOf(firstMs);
  const end = isListed ? nowX : xOf(lastMs);
  const barWidth = Math.max(leastWidth, Math.abs(end - start));
  // A short bar ends where the key does: nothing is drawn beyond the present.
  const left = isRightToLeft ? end : end - barWidth;
  const look = lookOf(line);
  const back = isRightToLeft ? 1 : -1;
  return (
    <>
      {isOlder && (
        // Nobody knows how long it had been there before the first look.
        <path class="bar-before" d={`M${start} ${middle}h${back * 14}`} />
      )}
      {earlier.map(({ thumbprint, untilMs }) => (
        <path
          key={`${thumbprint} ${untilMs}`}
          class="bar-earlier"
          d={`M${xOf(untilMs)} ${middle}h${back * 34}`}
        />
      ))}
      <rect
        class="bar"
        data-look={look}
        x={left}
        y={top}
        width={barWidth}
        height={thick}
        rx={Math.min(5, barWidth / 2)}
      />
      {!isListed && <path class="bar-gone" d={`M${end} ${middle}L${nowX} ${middle}`} />}
    </>
  );
}

function Certificate({
  line: { certificate },
  plot: { xOf },
}: {
  readonly line: KeyLine;
  readonly plot: Plot;
}): VNode | null {
  if (certificate === null) return null;
  const y = top + thick + 7;
  const start = xOf(certificate.fromMs);
  const end = xOf(certificate.toMs);
  const ends = `M${start} ${y - 3}v6M${end} ${y - 3}v6`;
  return <path class="certificate" d={`M${start} ${y}L${end} ${y}${ends}`} />;
}

/** Moments at which something happened to a key: a line across its bar. */
function Moments({ line, plot }: { readonly line: KeyLine; readonly plot: Plot }): VNode {
  const moments = line.signs.filter(
    ({ kind, atMs }) => atMs !== null && kind !== 'absent' && kind !== 'certificate-over',
  );
  return (
    <>
      {moments.map(({ kind, atMs }) => (
        <path
          key={kind}
          class="moment"
          data-sign={kind}
          d={`M${plot.xOf(atMs ?? 0)} ${top - 5}v${thick + 10}`}
        />
      ))}
    </>
  );
}

/** Tokens that would be drawn over each other are one mark; the worst stands on top. */
function usesBySpot(
  uses: readonly KeyUse[],
  { xOf, width }: Plot,
): readonly { readonly x: number; readonly verdict: KeyUse['verdict'] }[] {
  const order = ['not-inspected', 'undetermined', 'verified', 'attention', 'danger'];
  const spots = new Map<string, { x: number; verdict: KeyUse['verdict'] }>();
  for (const { atMs, verdict } of uses) {
    const x = Math.round(xOf(atMs) / 4) * 4;
    if (x >= -4 && x <= width + 4) spots.set(`${x} ${verdict}`, { x, verdict });
  }
  return [...spots.values()].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}
