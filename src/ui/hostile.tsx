import type { VNode } from 'preact';
import { makeVisible, maxShownLength } from './visible-text.ts';

/** Longest hostile value that is shown whole when it is unfolded; what comes after is cut. */
export const maxUnfoldedLength = 16_384;

/**
 * A value from a token, key, file or policy: a text node of its own direction, invisible characters visible. A long one is folded,
 * and opens.
 */
export function Hostile({ value }: { readonly value: string }): VNode {
  if (value.length <= maxShownLength) return <bdi>{makeVisible(value)}</bdi>;
  return (
    <details class="long-value">
      <summary>
        <bdi>{makeVisible(value)}</bdi>
      </summary>
      <bdi>{pieces(value.slice(0, maxUnfoldedLength)).map(makeVisible).join('')}</bdi>
    </details>
  );
}

/** In parts that are each shown whole. */
function pieces(value: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < value.length; at += maxShownLength) {
    found.push(value.slice(at, at + maxShownLength));
  }
  return found;
}
