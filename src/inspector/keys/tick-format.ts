const dayMs = 24 * 3_600_000;

/** How moments on the axis are named: as exactly as they are apart. */
export function tickFormat(ticks: readonly Date[], language: string): (tick: Date) => string {
  const [first, second] = ticks;
  const apartMs = first && second ? second.getTime() - first.getTime() : dayMs;
  const format = new Intl.DateTimeFormat(language, partsFor(apartMs));
  return (tick) => format.format(tick);
}

function partsFor(apartMs: number): Intl.DateTimeFormatOptions {
  if (apartMs >= 360 * dayMs) return { year: 'numeric' };
  if (apartMs >= 27 * dayMs) return { month: 'short', year: 'numeric' };
  if (apartMs >= dayMs) return { day: 'numeric', month: 'short' };
  return { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
}
