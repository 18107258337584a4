import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { encodeIndexed } from '../png.ts';

/** One drawing a state; the silhouettes differ, because colour alone tells nothing to many people. */
const drawings: Readonly<Record<string, readonly number[]>> = {
  app: [16, 32, 48, 128],
  verified: [16, 24, 32],
  attention: [16, 24, 32],
  danger: [16, 24, 32, 128],
  undetermined: [16, 24, 32],
  idle: [16, 24, 32],
};

/** `public/icons/<name>-<size>.png` from `public/icons/<name>.svg`: browsers take no SVG for toolbar icons. */
export async function generate(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, sizes] of Object.entries(drawings)) {
    const drawing = readFileSync(`public/icons/${name}.svg`, 'utf8');
    for (const size of sizes) {
      const image = new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render();
      files.set(
        `public/icons/${name}-${size}.png`,
        new Uint8Array(encodeIndexed(image) ?? image.asPng()),
      );
    }
  }
  return files;
}
