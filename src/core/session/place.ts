/** One use of a token, or one look at where it is kept, without the token. */
export interface TokenUse {
  /** SHA-256 of the token. */
  readonly fingerprint: string;
  /** Id of the source that saw it. */
  readonly source: string;
  /** Host that it was sent to or kept for. */
  readonly host: string;
  /** Tabs that it concerns; empty: none could be named. */
  readonly tabIds: readonly number[];
  readonly atMs: number;
  /** Lies in a page's storage, where tokens can be left behind after a sign-out. */
  readonly isLeftBehind: boolean;
}

/** Where a token was seen, and when for the first and the last time. */
export interface SeenPlace {
  readonly fingerprint: string;
  readonly source: string;
  readonly host: string;
  /** `null`: no tab could be named, or the browser was closed since and its numbers mean nothing any more. */
  readonly tabId: number | null;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

/** Most places of one session's tokens; the one seen last stays longest. */
export const maxPlaces = 256;
/** Uses of a token in one place that are this close to each other, milliseconds, are noted as one. */
export const placeResolutionMs = 1_000;

/** The places after one more use, the newest first. */
export function addPlaces(known: readonly SeenPlace[], use: TokenUse): readonly SeenPlace[] {
  let places = known;
  if (use.tabIds.length === 0) places = addPlace(places, use, null);
  for (const tabId of use.tabIds) places = addPlace(places, use, tabId);
  return places;
}

function addPlace(
  known: readonly SeenPlace[],
  use: TokenUse,
  tabId: number | null,
): readonly SeenPlace[] {
  const same = known.find((place) => isAt(place, use, tabId));
  // The same use again and again is the usual case.
  if (same !== undefined && Math.abs(use.atMs - same.lastAtMs) < placeResolutionMs) return known;
  const { fingerprint, source, host, atMs } = use;
  const place = Object.freeze({
    fingerprint,
    source,
    host,
    tabId,
    firstAtMs: Math.min(atMs, same?.firstAtMs ?? atMs),
    lastAtMs: Math.max(atMs, same?.lastAtMs ?? atMs),
  });
  const others = known.filter((other) => other !== same);
  return Object.freeze([place, ...others].slice(0, maxPlaces));
}

const isAt = (place: SeenPlace, use: TokenUse, tabId: number | null): boolean =>
  place.fingerprint === use.fingerprint &&
  place.source === use.source &&
  place.host === use.host &&
  place.tabId === tabId;
