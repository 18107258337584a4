import type { VNode } from 'preact';

/**
 * The extension's own small drawings, on a grid of 20 by 20 with lines of 1.75. They follow the colour of the text beside them, and the
 * words beside them say what they mean: none of them speaks to a screen reader.
 */
const paths = {
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  dash: 'M5 10h10',
  info: 'M10 9v5M10 6v.1',
  warning: 'M10 3.2l7.3 12.9H2.7zM10 8.5v3.4M10 14v.1',
  shield: 'M10 2.5l6.2 2.3v4.4c0 4-2.6 6.9-6.2 8.3-3.6-1.4-6.2-4.300-6.200-8.300V4.800z',
  key: 'M12.500 3.500a4 4 0 11-3.600 5.800L3 15.200V17h2.400v-2h2v-2h2M13.200 6.800v.1',
  clock: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4.300l2.800 1.700',
  person:
    'M10 10a3.200 3.200 0 100-6.400 3.200 3.200 0 000 6.400zM3.800 16.800c.8-3 3.200-4.300 6.200-4.300s5.400 1.300 6.200 4.300',
  mail: 'M3 5h14v10H3zM3.200 5.400L10 11l6.800-5.600',
  search: 'M8.800 3.500a5.300 5.300 0 100 10.600 5.300 5.300 0 000-10.600zM12.800 12.800L17 17',
  gear: 'M10 7.300a2.700 2.700 0 100 5.400 2.700 2.700 0 000-5.400zM10 2.800v2M10 15.200v2M2.800 10h2M15.200 10h2M4.900 4.900l1.400 1.400M13.700 13.700l1.400 1.400M4.900 15.100l1.400-1.400M13.700 6.300l1.400-1.400',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 016 0V9',
  mask: 'M2.500 8.500c2.500-2 5-2 7.500 0 2.500-2 5-2 7.500 0-.300 3.500-1.800 5-3.800 5-1.800 0-2.600-1.500-3.700-1.500s-1.900 1.500-3.700 1.500c-2 0-3.500-1.500-3.800-5zM6 10.300h1.500M12.500 10.300H14',
  download: 'M10 3v9M6.200 8.500L10 12.300l3.800-3.800M4 16.500h12',
  upload: 'M10 13V3.500M6.200 7.300L10 3.500l3.800 3.800M4 16.500h12',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  trash: 'M4 5.500h12M8 5.500V3.500h4v2M5.500 5.500l.8 11h7.400l.8-11M8.500 8.500v5M11.500 8.500v5',
  open: 'M8 4H4v12h12v-4M11.500 3.500h5v5M16 4l-7 7',
  signOut: 'M8 3.500H4v13h4M8 10h9M13.500 6.500L17 10l-3.500 3.500',
  phone:
    'M4 3.500h3.200l1.300 3.600-1.800 1.500a9.500 9.500 0 004.700 4.700l1.500-1.800 3.600 1.300V16c0 .8-.5 1-1 1C9 17 3 11 3 4.500c0-.5.300-1 1-1z',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  back: 'M16.500 10H4M9 4.500L3.500 10 9 15.500',
  forward: 'M3.500 10H16M11 4.500L16.500 10 11 15.500',
  chevron: 'M7 4.500l5.500 5.500L7 15.500',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 8v8',
  chart: 'M3 4.500h8M6 9.500h9M4 14.500h6',
  globe:
    'M10 3a7 7 0 100 14 7 7 0 000-14zM3 10h14M10 3c-5 4.500-5 9.500 0 14M10 3c5 4.500 5 9.500 0 14',
} as const;

export type IconName = keyof typeof paths;

/** Drawings that point along the line of text. */
const mirrored: readonly IconName[] = ['back', 'forward', 'chevron', 'signOut', 'open'];

/** A drawing beside words. Give it a size by CSS; it is 1.25 em by itself. Mirrored ones turn around right to left. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  const isMirrored = mirrored.includes(name);
  return (
    <svg class={isMirrored ? 'icon icon-mirrored' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.750"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
