import { useEffect, useState } from 'preact/hooks';
import { onViewChanged } from '../protocol/client.ts';

/** What the background says to a question; `fails` while it does not answer and nothing is known from before. */
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

/**
 * Asks the background, and again whenever something may have changed. What was known stays while it is asked again, and when a
 * later question fails. An answer that was overtaken by a newer one is dropped.
 * @param fetchIt is asked again when one of `causes` changes
 */
export function useAnswer<Value>(
  fetchIt: () => Promise<Value>,
  causes: readonly unknown[] = [],
): Answered<Value> {
  const [answered, setAnswered] = useState<Answered<Value>>({ kind: 'waiting' });
  useEffect(() => {
    let newest = 0;
    let isOpen = true;
    const ask = () => {
      const asked = ++newest;
      const isCurrent = () => isOpen && asked === newest;
      fetchIt().then(
        (value) => isCurrent() && setAnswered({ kind: 'known', value }),
        () =>
          isCurrent() &&
          setAnswered((before) => (before.kind === 'known' ? before : { kind: 'silent' })),
      );
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
