import type { ComponentChildren, VNode } from 'preact';

/** Something that is on or off, with its words beside it. What an organisation has decided cannot be moved. */
export function Switch({
  id,
  isOn,
  isLocked = false,
  describedBy,
  onChange,
  children,
}: {
  readonly id: string;
  readonly isOn: boolean;
  readonly isLocked?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <label class="switch-line" for={id}>
      <span class="switch-words">{children}</span>
      <input
        type="checkbox"
        class="switch"
        id={id}
        checked={isOn}
        disabled={isLocked}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
