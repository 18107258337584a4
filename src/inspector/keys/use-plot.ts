import { timeTicks } from 'd3-time';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TimeWindow } from './time-window.ts';
import { useDrag } from './use-drag.ts';

/** Width of the plot before it was measured, pixels. */
const firstWidth = 640;
/** How much of a wheel's way doubles what is shown. */
const wheelDoubling = 500;

export interface Plot {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly window: TimeWindow;
  readonly width: number;
  /** Time runs as lines are read. */
  readonly isRightToLeft: boolean;
  /** Where a moment is, pixels from the left; what is far outside is just outside. */
  readonly xOf: (ms: number) => number;
  /** Moments that the axis names. */
  readonly ticks: readonly Date[];
  /** Puts the focus on a key. */
  readonly focus: (id: string) => void;
}

/** Measures the picture, and follows wheel and pointers in it. */
export function usePlot(
  window: TimeWindow,
  moves: {
    readonly zoomBy: (factor: number, aroundMs?: number) => void;
    readonly moveBy: (share: number) => void;
  },
): Plot {
  const ref = useRef<HTMLDivElement | null>(null);
  const [size, setSize] = useState({ width: firstWidth, isRightToLeft: false });
  const { width, isRightToLeft } = size;

  useLayoutEffect(() => {
    const measure = () => {
      const root = ref.current;
      const area = root?.querySelector('.axis-plot');
      if (!root || !area) return;
      const measured = Math.round(area.getBoundingClientRect().width);
      setSize({
        width: measured > 0 ? measured : firstWidth,
        isRightToLeft: getComputedStyle(root).direction === 'rtl',
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);

  const { fromMs, toMs } = window;
  const span = toMs - fromMs;
  const mirrored = (x: number) => (isRightToLeft ? width - x : x);
  const xOf = (ms: number) =>
    Math.min(width + 60, Math.max(-60, mirrored(((ms - fromMs) / span) * width)));
  const timeAt = (x: number) => fromMs + (mirrored(x) / width) * span;

  /** What is shown goes with the pointer, so that earlier times come from where lines begin. */
  const forward = isRightToLeft ? 1 : -1;
  useDrag(ref, (pixels) => moves.moveBy((forward * pixels) / width));

  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    // With the control key, as maps do it: without it the wheel scrolls the page.
    const onWheel = (event: WheelEvent) => {
      const area = root.querySelector('.axis-plot')?.getBoundingClientRect();
      if (area === undefined) return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        moves.zoomBy(2 ** (event.deltaY / wheelDoubling), timeAt(event.clientX - area.left));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        moves.moveBy((isRightToLeft ? -1 : 1) * (event.deltaX / width));
      }
    };
    root.addEventListener('wheel', onWheel, { passive: false });
    return () => root.removeEventListener('wheel', onWheel);
  });

  return {
    ref,
    window,
    width,
    isRightToLeft,
    xOf,
    ticks: timeTicks(new Date(fromMs), new Date(toMs), Math.max(2, Math.floor(width / 110))),
    focus: (id) => {
      const rows = ref.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
      [...rows].find((row) => row.dataset['key'] === id)?.focus();
    },
  };
}
