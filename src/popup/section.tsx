import type { ComponentChildren, VNode } from 'preact';

/** A titled part of the popup. */
export function Section({
  title,
  id,
  children,
}: {
  readonly title: string;
  /** Left out: nothing leads here. */
  readonly id?: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section class="section" {...(id === undefined ? {} : { id, tabIndex: -1 })}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
