import type { Policy } from '../core/index.ts';
import { mayBeOnline } from '../platform/network.ts';
import { seesPrivateWindows } from '../platform/private-windows.ts';
import type { Surroundings } from '../protocol/views.ts';

/** What holds for every tab at the moment of asking. */
export function createSurroundings(policy: {
  readonly current: () => Policy;
  readonly isManaged: () => boolean;
}): () => Surroundings {
  // Until the browser has said it, nothing is claimed to be unseen.
  let seesPrivate = true;
  seesPrivateWindows().then(
    (sees) => {
      seesPrivate = sees;
    },
    () => undefined,
  );
  return () => ({
    isOnline: mayBeOnline(),
    isManaged: policy.isManaged(),
    supportContact: policy.current().supportContact,
    mayAccept: !policy.current().forbidAccepting,
    seesPrivateWindows: seesPrivate,
  });
}
