import type { KeyPicture } from './key-line.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A part of time that the picture shows, milliseconds since the epoch. */
export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The closest that can be looked, and the least that is shown at first. */
export const leastSpanMs = hourMs;
export const firstSpanMs = 14 * dayMs;
/** Certificates can claim any year; what is further from now than this is not shown. */
export const farthestMs = 30 * 365 * dayMs;

/** Everything that was seen, up to now, with a margin on both sides. */
export function seenWindow({ groups, nowMs }: KeyPicture): TimeWindow {
  const firsts = groups.flatMap(({ lines }) => lines.map(({ firstMs }) => firstMs));
  const fromMs = Math.min(nowMs - firstSpanMs, ...firsts.map((ms) => limit(ms, nowMs)));
  const marginMs = (nowMs - fromMs) * 0.04;
  return { fromMs: fromMs - marginMs, toMs: nowMs + marginMs };
}

/** The same with the dates of certificates: as far as one can move and zoom out. */
export function wholeWindow(picture: KeyPicture): TimeWindow {
  const { nowMs } = picture;
  const seen = seenWindow(picture);
  const dates = picture.groups
    .flatMap(({ lines }) => lines.map(({ certificate }) => certificate))
    .flatMap((one) => (one === null ? [] : [one.fromMs, one.toMs]))
    .map((ms) => limit(ms, nowMs));
  const fromMs = Math.min(seen.fromMs, ...dates);
  const toMs = Math.max(seen.toMs, ...dates);
  const marginMs = (toMs - fromMs) * 0.02;
  return { fromMs: fromMs - marginMs, toMs: toMs + marginMs };
}

const limit = (ms: number, nowMs: number): number =>
  Math.min(nowMs + farthestMs, Math.max(nowMs - farthestMs, ms));

/** Looks closer (`factor` below 1) or from further away; the moment `aroundMs` stays where it is. */
export function zoom(
  { fromMs, toMs }: TimeWindow,
  factor: number,
  aroundMs: number,
  bounds: TimeWindow,
): TimeWindow {
  const span = toMs - fromMs;
  const most = bounds.toMs - bounds.fromMs;
  const next = Math.min(most, Math.max(leastSpanMs, span * factor));
  const share = (aroundMs - fromMs) / span;
  const start = aroundMs - next * share;
  return keepInside({ fromMs: start, toMs: start + next }, bounds);
}

/** Moves by a share of what is shown; above 0 to later times. */
export function move({ fromMs, toMs }: TimeWindow, share: number, bounds: TimeWindow): TimeWindow {
  const by = (toMs - fromMs) * share;
  return keepInside({ fromMs: fromMs + by, toMs: toMs + by }, bounds);
}

function keepInside({ fromMs, toMs }: TimeWindow, bounds: TimeWindow): TimeWindow {
  const early = Math.max(0, bounds.fromMs - fromMs);
  const late = Math.max(0, toMs - bounds.toMs);
  return { fromMs: fromMs + early - late, toMs: toMs + early - late };
}
