import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** How far a pointer goes before it drags, pixels: a hand that clicks trembles. */
export const dragFrom = 4;

/** Where the picture can be held. */
const handles = '.axis-plot, .key-plot';

/**
 * Follows the pointer that holds the picture, a mouse, a pen or a finger, and tells by how many pixels it went to the right. Nothing goes on
 * when it is let go, and it opens no key. A finger that goes up or down scrolls the page: the style sheet says so to the browser.
 */
export function useDrag(
  ref: RefObject<HTMLElement | null>,
  onDrag: (pixels: number) => void,
): void {
  const held = useRef<{ readonly pointerId: number; x: number; isMoving: boolean } | null>(null);
  const ignoresClick = useRef(false);

  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    const hold = ({ target, pointerId, isPrimary, button, clientX }: PointerEvent) => {
      ignoresClick.current = false;
      if (!isPrimary || button !== 0) return;
      if (!(target instanceof Element) || target.closest(handles) === null) return;
      held.current = { pointerId, x: clientX, isMoving: false };
    };
    const follow = ({ pointerId, clientX }: PointerEvent) => {
      const drag = held.current;
      if (drag === null || drag.pointerId !== pointerId) return;
      const by = clientX - drag.x;
      if (!drag.isMoving && Math.abs(by) < dragFrom) return;
      if (!drag.isMoving) {
        // From here on the pointer counts wherever it goes.
        root.setPointerCapture(pointerId);
        root.dataset['dragged'] = '';
        drag.isMoving = true;
        ignoresClick.current = true;
      }
      drag.x = clientX;
      onDrag(by);
    };
    const release = ({ pointerId }: PointerEvent) => {
      if (held.current?.pointerId !== pointerId) return;
      held.current = null;
      delete root.dataset['dragged'];
    };
    /** The click that browsers make of letting go. */
    const passOver = (event: MouseEvent) => {
      if (!ignoresClick.current) return;
      ignoresClick.current = false;
      event.stopPropagation();
    };
    root.addEventListener('pointerdown', hold);
    root.addEventListener('pointermove', follow);
    root.addEventListener('pointerup', release);
    root.addEventListener('pointercancel', release);
    root.addEventListener('click', passOver, { capture: true });
    return () => {
      root.removeEventListener('pointerdown', hold);
      root.removeEventListener('pointermove', follow);
      root.removeEventListener('pointerup', release);
      root.removeEventListener('pointercancel', release);
      root.removeEventListener('click', passOver, { capture: true });
    };
  });
}
