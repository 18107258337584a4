import type { VNode } from 'preact';

/** Hatchings of bars, for those who do not tell colours apart, and for print. They are used by all drawings of the page. */
export function Patterns(): VNode {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <Hatching id="hatch-gone" step={7}>
          <path class="hatch-gone" d="M0 0v7" />
        </Hatching>
        <Hatching id="hatch-stolen" step={6}>
          <path class="hatch-stolen" d="M0 0v6M0 0h6" />
        </Hatching>
        <Hatching id="hatch-disputed" step={8}>
          <path class="hatch-disputed" d="M0 0v8M3 0v8" />
        </Hatching>
      </defs>
    </svg>
  );
}

function Hatching({
  id,
  step,
  children,
}: {
  readonly id: string;
  readonly step: number;
  readonly children: VNode;
}): VNode {
  return (
    <pattern
      id={id}
      width={step}
      height={step}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect class={`${id}-ground`} width={step} height={step} />
      {children}
    </pattern>
  );
}
