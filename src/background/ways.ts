import type { Calm } from './coalesced.ts';
import { createLooking, type Looking } from './looking.ts';
import { createPatience } from './patience.ts';
import type { Follow, Source } from './sources/source.ts';

export interface Ways {
  /** How sources come to see things. */
  readonly ways: Parameters<Source['start']>[2];
  /** What a question of one of the extension's pages sets going. */
  readonly asked: { readonly onAsked: () => void; readonly onLookedAt: Looking['lookedAt'] };
  readonly calm: Calm;
}

/** When things are looked at: in their turn while a page is busy, and what can be read again when somebody wants to know. */
export function createWays(
  { follow }: { readonly follow: Follow },
  /** These are made later than what sees things. */
  later: () => {
    readonly settings: { readonly ready: Promise<void> };
    readonly pipeline: { readonly hasRoom: () => boolean };
  },
): Ways {
  const nowMs = () => Date.now();
  const hasRoom = () => later().pipeline.hasRoom();
  const { patiently, hurry, calm } = createPatience({ nowMs, hasRoom });
  const { whenLookedAt, lookedAt } = createLooking({ ready: () => later().settings.ready, nowMs });
  return {
    ways: { follow, patiently, whenLookedAt },
    asked: { onAsked: hurry, onLookedAt: lookedAt },
    calm,
  };
}
