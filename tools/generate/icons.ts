import { Resvg } from '@resvg/resvg-js';
import { type PictureName, pictureSide, pictures } from '../../src/ui/pictures.ts';
import { encodeIndexed } from '../png.ts';

/** In which sizes each is needed, pixels. */
const sizesOf: Readonly<Record<PictureName, readonly number[]>> = {
  app: [16, 32, 48, 128],
  verified: [16, 24, 32],
  attention: [16, 24, 32],
  danger: [16, 24, 32, 128],
  undetermined: [16, 24, 32],
  idle: [16, 24, 32],
};

/** `public/icons/<name>.svg` for pages, and `public/icons/<name>-<size>.png`: browsers take no SVG for toolbar icons. */
export async function generate(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  for (const [name, drawing] of Object.keys(pictures).filter(isPicture).map(drawn)) {
    files.set(`public/icons/${name}.svg`, drawing);
    for (const size of sizesOf[name]) {
      const image = new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render();
      files.set(
        `public/icons/${name}-${size}.png`,
        new Uint8Array(encodeIndexed(image) ?? image.asPng()),
      );
    }
  }
  return files;
}

const isPicture = (name: string): name is PictureName => Object.hasOwn(pictures, name);

/** A picture as a file. */
function drawn(name: PictureName): [PictureName, string] {
  const shapes = pictures[name].map(
    ([shape, attributes]) =>
      `<${shape} ${Object.entries(attributes)
        .map(([attribute, value]) => `${attribute}="${value}"`)
        .join(' ')}/>`,
  );
  const box = `0 0 ${pictureSide} ${pictureSide}`;
  return [
    name,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${shapes.join('')}</svg>\n`,
  ];
}
