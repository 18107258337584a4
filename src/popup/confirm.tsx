import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../protocol/texts.ts';

/**
 * Asks before something is done. The browser's own dialog: it keeps the focus, and Escape answers no. What is safe stands first, so that
 * a key pressed in haste does nothing.
 */
export function Confirm({
  title,
  yes,
  isDanger = false,
  onAnswer,
  children,
}: {
  readonly title: string;
  /** What the button says that does it. */
  readonly yes: string;
  readonly isDanger?: boolean;
  /** Called once. */
  readonly onAnswer: (isMeant: boolean) => void;
  readonly children: ComponentChildren;
}): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      class="confirm"
      ref={dialog}
      aria-labelledby="confirm-title"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <h2 id="confirm-title">{title}</h2>
      {children}
      <div class="confirm-buttons">
        <button class="button button-quiet" type="button" onClick={() => onAnswer(false)}>
          {text('popup_cancel')}
        </button>
        <button
          class={isDanger ? 'button button-danger' : 'button'}
          type="button"
          onClick={() => onAnswer(true)}
        >
          {yes}
        </button>
      </div>
    </dialog>
  );
}
