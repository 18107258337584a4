/** A shape of a picture: an element of SVG and its attributes, in the order in which they are written. */
export type Shape = readonly [
  name: 'path' | 'circle',
  attributes: Readonly<Record<string, string>>,
];

/** Side of the square that the shapes stand in. */
export const pictureSide = 32;

const white = '#ffffff';
const brown = '#3b2300';

const shield = (fill: string): Shape => [
  'path',
  {
    d: 'M16 1.6l11.4 3.9c.9.3 1.5 1.1 1.5 2.1v7.7c0 6.900-4.600 12.100-11.900 14.900-.6.2-1.400.2-2 0C7.700 27.400 3.100 22.200 3.100 15.300V7.600c0-1 .6-1.800 1.500-2.100z',
    fill,
  },
];

const hook = (d: string, stroke: string, width: string): Shape => [
  'path',
  {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  },
];

const line = (d: string, stroke: string, width: string): Shape => [
  'path',
  { d, stroke, 'stroke-width': width, 'stroke-linecap': 'round' },
];

const dot = (cy: string, r: string, fill: string): Shape => ['circle', { cx: '16', cy, r, fill }];

/** A shield with two hooks, one before the other: signed, and signed again. */
const countersigned = (fill: string): readonly Shape[] => [
  shield(fill),
  hook('M7.6 16.6l4.3 4.4 7-9', white, '2.9'),
  hook('M13.6 19.2l1.9 1.8 8.9-9', fill, '6.4'),
  hook('M13.4 18.9l2.3 2.3 8.9-9.2', white, '2.9'),
];

/**
 * The pictures of the extension and of what it says about a session. Their outlines differ, because colour alone tells nothing to many
 * people. `npm run generate` makes the files in `public/icons` of them.
 */
export const pictures = {
  app: countersigned('#1d4ed8'),
  verified: countersigned('#15803d'),
  attention: [
    [
      'path',
      {
        d: 'M13.200 3.300c1.200-2.100 4.300-2.100 5.600 0l11.300 20.200c1.200 2.200-.3 4.900-2.800 4.900H4.700c-2.500 0-4-2.700-2.800-4.900z',
        fill: '#f5a524',
      },
    ],
    line('M16 10.200v8', brown, '3.200'),
    dot('23.400', '2', brown),
  ],
  danger: [
    [
      'path',
      {
        d: 'M10.500 1.500h11c.6 0 1.200.2 1.600.7l6.700 6.700c.4.4.7 1 .7 1.600v11c0 .6-.2 1.200-.7 1.600l-6.700 6.700c-.4.4-1 .7-1.600.7h-11c-.6 0-1.200-.2-1.600-.7l-6.700-6.700c-.4-.4-.7-1-.7-1.600v-11c0-.6.2-1.200.7-1.600l6.700-6.700c.4-.4 1-.7 1.600-.7z',
        fill: '#c81e1e',
      },
    ],
    line('M10.900 10.900l10.200 10.200M21.100 10.900L10.900 21.100', white, '3.600'),
  ],
  undetermined: [
    dot('16', '14.300', '#5b6b82'),
    [
      'path',
      {
        d: 'M11.700 12.300c.2-2.500 2-4.100 4.500-4.100 2.600 0 4.400 1.600 4.400 3.900 0 1.700-.9 2.700-2.300 3.600-1.500 1-2.200 1.700-2.200 3.200',
        fill: 'none',
        stroke: white,
        'stroke-width': '3',
        'stroke-linecap': 'round',
      },
    ],
    dot('23.500', '1.900', white),
  ],
  idle: [shield('#8792a4'), line('M10.500 16h11', white, '3.200')],
} as const satisfies Readonly<Record<string, readonly Shape[]>>;

export type PictureName = keyof typeof pictures;
