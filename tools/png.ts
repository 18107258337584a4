import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

/** A picture: four bytes a point, red, green, blue and opacity, the colours multiplied by the opacity. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Most colours that a picture with a list of them can have (PNG, third edition, section 11.2.2). */
const maxColors = 256;

/**
 * A PNG file with a list of its colours, half as large as one without. Flat drawings have few; one with too many gives null. Packed by a
 * library in JavaScript, so that every computer makes the same bytes.
 */
export function encodeIndexed({ width, height, pixels }: Picture): Uint8Array | null {
  const colors = new Map<number, number>();
  const rows = new Uint8Array((width + 1) * height);
  for (let at = 0; at < width * height; at++) {
    const color = colorAt(pixels, at * 4);
    const index = colors.get(color) ?? colors.size;
    if (index === maxColors) return null;
    colors.set(color, index);
    // Each row begins with its filter: none, which packs an index best (section 12.7).
    rows[at + Math.floor(at / width) + 1] = index;
  }
  const list = [...colors.keys()];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits an index, and a list of colours.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(list.flatMap((color) => [color >>> 24, color >>> 16, color >>> 8]))),
    chunk('tRNS', Buffer.from(list)),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** One number for a colour, its parts no longer multiplied by the opacity. */
function colorAt(pixels: Uint8Array, at: number): number {
  const opacity = pixels[at + 3] ?? 0;
  if (opacity === 0) return 0;
  const part = (offset: number) =>
    Math.min(255, Math.round(((pixels[at + offset] ?? 0) * 255) / opacity));
  return ((part(0) << 24) | (part(1) << 16) | (part(2) << 8) | opacity) >>> 0;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
