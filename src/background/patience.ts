import type { Calm } from './coalesced.ts';
import type { Patiently } from './sources/source.ts';

/** What comes within this time is counted together, milliseconds. */
export const windowMs = 100;
/** Most that is looked at at once in each such time. A page sends more only while it loads. */
export const atOncePerWindow = 12;
/** A page has come to rest when nothing has come for this long, milliseconds. */
export const calmMs = 150;
/** Nothing waits longer than this, milliseconds, whether there is rest or not: about what a large page takes to load. */
export const maxWaitMs = 3_000;
/** When those who judge can take no more, what waits is looked at after this time all the same; they know whose it is, and what to leave out. */
export const maxHeldUpMs = 10_000;
/** Most that waits, and most characters of it; beyond that the oldest is looked at whatever happens. */
export const maxWaiting = 2_048;
export const maxWaitingCharacters = 8_000_000;
/** Looked at in one go, before others get their turn. */
export const sliceSize = 32;
/** From one go to the next, milliseconds, and until it is asked again whether there is room. */
const betweenMs = 4;

export interface Patience {
  readonly patiently: Patiently;
  /** Somebody wants to know: what waits is looked at without waiting for rest. */
  readonly hurry: () => void;
  /** Resolves when nothing waits, or has waited for `maxWaitMs`: for what takes time of the page too and need not be now. */
  readonly calm: Calm;
}

/**
 * The extension shares its machine with the page that it looks at. Where little comes it is looked at at once; while a page loads, with
 * hundreds of requests, what they show waits until the page has what it needs. Nothing is lost by that, and nothing passed over.
 */
export function createPatience(parts: {
  readonly nowMs: () => number;
  /** Whether those who judge can take more. */
  readonly hasRoom: () => boolean;
}): Patience {
  /** In the order in which they came; taking the oldest from a long list would move all the others. */
  const waiting = new Set<Waiting>();
  let characters = 0;
  let windowEndMs = 0;
  let inWindow = 0;
  let lastAtMs = 0;
  let isHurried = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The calm that somebody waits for. */
  let awaited: { readonly come: Promise<void>; readonly end: () => void } | null = null;

  const oldest = (): Waiting | undefined => waiting.values().next().value;

  function takeOne(): void {
    const one = oldest();
    if (one === undefined) return;
    waiting.delete(one);
    characters -= one.size;
    one.look();
  }

  /** Whether that was so long ago. A clock that was set back makes no wait longer. */
  function isOver(fromMs: number, lengthMs: number): boolean {
    const agoMs = parts.nowMs() - fromMs;
    return agoMs < 0 || agoMs >= lengthMs;
  }

  const isOldestOver = (lengthMs: number): boolean => {
    const one = oldest();
    return one !== undefined && isOver(one.atMs, lengthMs);
  };

  function later(delayMs: number): void {
    timer ??= setTimeout(() => {
      timer = null;
      goOn();
    }, delayMs);
  }

  function goOn(): void {
    const isOn = isHurried || isOver(lastAtMs, calmMs) || isOldestOver(maxWaitMs);
    if (isOn && (parts.hasRoom() || isOldestOver(maxHeldUpMs))) {
      for (let i = 0; i < sliceSize && waiting.size > 0; i++) takeOne();
    }
    if (waiting.size > 0) later(isOn ? betweenMs : calmMs);
    else {
      isHurried = false;
      awaited?.end();
    }
  }

  function awaitCalm() {
    let end = (): void => undefined;
    const come = new Promise<void>((resolve) => {
      const patienceEnds = setTimeout(() => end(), maxWaitMs);
      end = () => {
        clearTimeout(patienceEnds);
        awaited = null;
        resolve();
      };
    });
    return { come, end };
  }

  /** Whether this one is among the few that are looked at at once. */
  function isAmongFew(atMs: number): boolean {
    if (atMs >= windowEndMs || windowEndMs - atMs > windowMs) {
      windowEndMs = atMs + windowMs;
      inWindow = 0;
    }
    return ++inWindow <= atOncePerWindow && waiting.size === 0;
  }

  return {
    patiently: (look, sizeOf) => (seen) => {
      const atMs = parts.nowMs();
      lastAtMs = atMs;
      if (isAmongFew(atMs)) {
        look(seen, atMs);
        return;
      }
      const size = sizeOf(seen);
      waiting.add({ look: () => look(seen, atMs), atMs, size });
      characters += size;
      while (waiting.size > maxWaiting || characters > maxWaitingCharacters) takeOne();
      if (waiting.size > 0) later(calmMs);
    },
    hurry() {
      if (waiting.size === 0) return;
      isHurried = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      later(0);
    },
    calm() {
      if (waiting.size === 0) return Promise.resolve();
      awaited ??= awaitCalm();
      return awaited.come;
    },
  };
}

interface Waiting {
  readonly look: () => void;
  readonly atMs: number;
  readonly size: number;
}
