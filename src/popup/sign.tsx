import type { VNode } from 'preact';

const paths: Readonly<Record<string, string>> = {
  pass: 'M3 9.5l4 4 8-9',
  fail: 'M4 4.500l10 10M14 4.500l-10 10',
  unknown: 'M4 9.500h10',
  note: 'M9 8.500v6M9 4.500v.100',
};

/** Drawn as a shape of its own for each state; its meaning is written beside it for screen readers. */
export function Sign({ outcome }: { readonly outcome: string }): VNode {
  return (
    <svg class="check-sign" viewBox="0 0 18 19" aria-hidden="true">
      <path
        d={paths[outcome] ?? ''}
        fill="none"
        stroke="currentColor"
        stroke-width="2.400"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
