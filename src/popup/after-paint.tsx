import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * What is folded away when the popup opens: drawn as soon as the rest was painted, so that the verdict does not wait for it. It is there
 * before a hand could unfold it. Not for what is in sight: that would jump.
 */
export function AfterPaint({ children }: { readonly children: ComponentChildren }): VNode {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  return <>{isPainted ? children : null}</>;
}
