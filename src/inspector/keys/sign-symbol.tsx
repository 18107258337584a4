import type { VNode } from 'preact';
import { text } from '../../protocol/client.ts';
import { type SignKind, signWeight } from './key-line.ts';

/** A drawing for each sign on a grid of 16 by 16, so that none is told by its colour alone. */
const paths: Readonly<Record<SignKind, string>> = {
  denied: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  swapped: 'M2.500 5.500h10M9.500 2.500l3 3-3 3M13.500 10.500h-10M6.500 7.500l-3 3 3 3',
  'owner-changed':
    'M6 7a2.300 2.300 0 100-4.600A2.300 2.300 0 006 7zM1.800 13.500c.3-2.700 1.900-4 4.200-4s3.900 1.300 4.200 4M11 6h4M13 4l2 2-2 2',
  disagrees: 'M4 6h8M4 10h8M10.500 2.500l-5 11',
  returned: 'M13 8a5 5 0 11-1.500-3.600M13 2.500v3h-3',
  'certificate-over':
    'M4.500 2.500h7M4.500 13.500h7M5.500 2.500c0 3.500 5 4 5 5.500s-5 2-5 5.500M10.500 2.500c0 3.500-5 4-5 5.500s5 2 5 5.500',
  retired: 'M3 4.500v7M3 8h6.500M12.500 4.500v7',
  absent: 'M2 8h2.500M6.800 8h2.500M11.500 8H14',
  new: 'M8 2v12M2 8h12M4 4l8 8M12 4l-8 8',
};

/** Name of the message that says what a sign means. */
export const signMessage = (kind: SignKind, part: '' | 'why_' = ''): string =>
  `inspector_sign_${part}${kind.replaceAll('-', '_')}`;

/** The drawing alone, in the colour around it; its words stand beside it. */
export function SignDrawing({ kind }: { readonly kind: SignKind }): VNode {
  return (
    <svg class="sign-drawing" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={paths[kind]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.750"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** A sign with its words. */
export function SignBadge({ kind }: { readonly kind: SignKind }): VNode {
  const weight = signWeight[kind];
  return (
    <span class={`badge badge-${weight}`} data-sign={kind}>
      <SignDrawing kind={kind} />
      {text(signMessage(kind))}
    </span>
  );
}
