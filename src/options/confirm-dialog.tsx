import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../protocol/client.ts';

/** A question that stands before everything else until it is answered. Escape is a no. */
export function ConfirmDialog({
  title,
  action,
  isDangerous = false,
  onYes,
  onNo,
  children,
}: {
  readonly title: string;
  /** What the button does, in words. */
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ComponentChildren;
}): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    if (opened !== null && !opened.open) opened.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
      <div class="dialog-buttons">
        {/* The harmless answer comes first, so that it has the focus. */}
        <button type="button" class="button button-quiet" onClick={onNo}>
          {text('options_cancel')}
        </button>
        <button
          type="button"
          class={isDangerous ? 'button button-danger' : 'button'}
          onClick={onYes}
        >
          {action}
        </button>
      </div>
    </dialog>
  );
}
