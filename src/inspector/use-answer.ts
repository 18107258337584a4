import { useEffect, useState } from 'preact/hooks';
import { onViewChanged } from '../protocol/client.ts';

/** What the background says to a question; `silent` when it does not answer and nothing is known from before. */
export type Answered<Value> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'known'; readonly value: Value };

const askers = new Set<() => void>();
let isListening = false;

/** Listens once for the whole page: the browser's listener cannot be taken back. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  onViewChanged(() => {
    for (const ask of askers) ask();
  });
}

/** After an answer, nothing is asked for this long: a page that loads makes many notices. Milliseconds. */
export const restMs = 500;

/**
 * Asks the background, and again whenever something may have changed, one question at a time. What was known stays while it is asked
 * again, and when a later question fails.
 * @param fetchIt is asked again at once when one of `causes` changes; an answer to what was asked before is dropped then
 */
export function useAnswer<Value>(
  fetchIt: () => Promise<Value>,
  causes: readonly unknown[] = [],
): Answered<Value> {
  const [answered, setAnswered] = useState<Answered<Value>>({ kind: 'waiting' });
  useEffect(() => {
    let isOpen = true;
    let isBusy = false;
    let isDue = false;
    const show = (next: (before: Answered<Value>) => Answered<Value>) => {
      if (isOpen) setAnswered(next);
    };
    const rest = () =>
      setTimeout(() => {
        isBusy = false;
        if (isDue && isOpen) ask();
      }, restMs);
    const ask = () => {
      isDue = isBusy;
      if (isBusy) return;
      isBusy = true;
      fetchIt()
        .then(
          (value) => show(() => ({ kind: 'known', value })),
          () => show((before) => (before.kind === 'known' ? before : { kind: 'silent' })),
        )
        .finally(rest);
    };
    listen();
    askers.add(ask);
    ask();
    return () => {
      isOpen = false;
      askers.delete(ask);
    };
  }, causes);
  return answered;
}
