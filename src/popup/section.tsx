import type { ComponentChildren, VNode } from 'preact';

/** A titled part of the popup. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section class="section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
