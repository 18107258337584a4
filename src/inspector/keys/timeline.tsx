import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { text, uiLanguage } from '../../protocol/client.ts';
import { Icon } from '../../ui/icon.tsx';
import { Axis } from './axis.tsx';
import { KeyGroupView } from './key-group.tsx';
import type { KeyPicture } from './key-line.ts';
import { formatDay } from './key-words.ts';
import { move, seenWindow, type TimeWindow, wholeWindow, zoom } from './time-window.ts';
import { TimelineContext } from './timeline-context.ts';
import { usePlot } from './use-plot.ts';

const closer = 0.6;
const step = 0.2;

/**
 * The picture of keys over time. One tab stop leads into it; within it arrow keys go from key to key and through time, plus and minus
 * look closer and from further away, and Enter opens what is known of a key.
 * @param whole with every key: it says how far one can move, whatever is searched for
 */
export function Timeline({
  picture,
  whole,
}: {
  readonly picture: KeyPicture;
  readonly whole: KeyPicture;
}): VNode {
  const bounds = useMemo(() => wholeWindow(whole), [whole]);
  const [chosen, setWindow] = useState<TimeWindow | null>(null);
  const window = chosen ?? seenWindow(whole);
  const [current, setCurrent] = useState<string | null>(null);
  // A pointer can move twice before the picture is drawn once.
  const change = (next: (window: TimeWindow) => TimeWindow) =>
    setWindow((before) => next(before ?? seenWindow(whole)));
  const { nowMs } = whole;
  // The present stays where it is while it is in sight, because most of what can be seen is beside it.
  const isNowInSight = nowMs > window.fromMs && nowMs < window.toMs;
  const middle = isNowInSight ? nowMs : (window.fromMs + window.toMs) / 2;
  const zoomBy = (factor: number, aroundMs = middle) =>
    change((now) => zoom(now, factor, aroundMs, bounds));
  const moveBy = (share: number) => change((now) => move(now, share, bounds));
  const plot = usePlot(window, { zoomBy, moveBy });
  const ids = picture.groups.flatMap(({ lines }) => lines.map(({ id }) => id));
  const stop = current !== null && ids.includes(current) ? current : (ids[0] ?? null);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest('[data-key]') === null || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const forward = plot.isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const backward = plot.isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
    const at = ids.indexOf(stop ?? '');
    const go = (index: number) => {
      const next = ids[Math.min(ids.length - 1, Math.max(0, index))];
      if (next === undefined) return;
      setCurrent(next);
      plot.focus(next);
    };
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(ids.length - 1),
      PageDown: () => go(at + 10),
      PageUp: () => go(at - 10),
      [forward]: () => moveBy(step),
      [backward]: () => moveBy(-step),
      '+': () => zoomBy(closer),
      '=': () => zoomBy(closer),
      '-': () => zoomBy(1 / closer),
      '0': () => setWindow(null),
    };
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div class="timeline" ref={plot.ref} data-from={window.fromMs} data-to={window.toMs}>
      <div class="zoom no-print" role="toolbar" aria-label={text('inspector_zoom')}>
        <Tool icon="minus" name="out" onClick={() => zoomBy(1 / closer)} />
        <Tool icon="plus" name="in" onClick={() => zoomBy(closer)} />
        <Tool icon="back" name="earlier" onClick={() => moveBy(-step)} />
        <Tool icon="forward" name="later" onClick={() => moveBy(step)} />
        <button type="button" class="tool" onClick={() => setWindow(null)}>
          {text('inspector_zoom_seen')}
        </button>
        <button type="button" class="tool" onClick={() => setWindow(bounds)}>
          {text('inspector_zoom_whole')}
        </button>
        <span class="hint" role="status">
          {text('inspector_zoom_shown', [
            formatDay(window.fromMs, uiLanguage()),
            formatDay(window.toMs, uiLanguage()),
          ])}
        </span>
      </div>
      <p class="hint zoom-hint no-print">{text('inspector_zoom_hint')}</p>
      <TimelineContext.Provider value={{ plot, nowMs, stop, onStop: setCurrent }}>
        <Axis />
        {picture.groups.length === 0 && <p class="lead">{text('inspector_keys_no_match')}</p>}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons inside, gathered. */}
        <div class="key-groups" onKeyDown={onKeyDown}>
          {picture.groups.map((group) => (
            <KeyGroupView group={group} key={group.url} />
          ))}
        </div>
      </TimelineContext.Provider>
    </div>
  );
}

function Tool({
  icon,
  name,
  onClick,
}: {
  readonly icon: 'plus' | 'minus' | 'back' | 'forward';
  readonly name: string;
  readonly onClick: () => void;
}): VNode {
  const label = text(`inspector_zoom_${name}`);
  return (
    <button type="button" class="tool" onClick={onClick} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
