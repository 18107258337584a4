import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import { tickFormat } from './tick-format.ts';
import { useTimeline } from './timeline-context.ts';

/** The names of moments above the keys. They stay in sight while the keys are scrolled. */
export function Axis(): VNode {
  const { plot, nowMs } = useTimeline();
  const { ticks, xOf, width } = plot;
  const format = tickFormat(ticks, uiLanguage());
  const nowX = xOf(nowMs);
  // A name beside the line of the present would be covered by it.
  const isFree = (x: number) => x > 30 && x < width - 30 && Math.abs(x - nowX) > 46;
  return (
    <div class="axis">
      <svg class="axis-plot" height="34" aria-hidden="true">
        {ticks.map((tick) => {
          const x = xOf(tick.getTime());
          return (
            <g key={tick.getTime()}>
              <path class="tick" d={`M${x} 26v8`} />
              {isFree(x) && (
                <text x={x} y="18" text-anchor="middle">
                  {format(tick)}
                </text>
              )}
            </g>
          );
        })}
        {nowX > 0 && nowX < width && (
          <g class="axis-now">
            <text x={Math.min(width - 22, Math.max(22, nowX))} y="18" text-anchor="middle">
              {text('inspector_now')}
            </text>
            <path d={`M${nowX} 24v10`} />
          </g>
        )}
      </svg>
    </div>
  );
}
