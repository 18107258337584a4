import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { encodeIndexed } from '../../tools/png.ts';

/** Points of a PNG file, as another library reads them, in a picture of the same size. */
function pixelsOf(file: Uint8Array, width: number, height: number): Uint8Array {
  const href = `data:image/png;base64,${Buffer.from(file).toString('base64')}`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <image href="${href}" width="${width}" height="${height}" image-rendering="optimizeSpeed"/></svg>`;
  return new Resvg(drawing).render().pixels;
}

describe('a picture with a list of colours', () => {
  const drawing = new Resvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="9" fill="#1a7f4b"/><path d="M6 12h12" stroke="#fff"/></svg>',
  ).render();

  test('shows what it was made from, half-transparent edges as well', () => {
    const file = encodeIndexed(drawing) ?? new Uint8Array();
    const pixels = pixelsOf(file, 24, 24);
    expect(pixels.length).toBe(drawing.pixels.length);
    const differences = [...pixels].map((value, at) => Math.abs(value - (drawing.pixels[at] ?? 0)));
    // Multiplied and divided by the opacity, a colour may be off by one.
    expect(Math.max(...differences)).toBeLessThanOrEqual(1);
    expect(new Set(pixels).size).toBeGreaterThan(10);
  });

  test('is smaller than one without', () => {
    expect(encodeIndexed(drawing)?.length ?? 0).toBeLessThan(drawing.asPng().length);
  });

  test('has 256 colours and no more', () => {
    const shades = (count: number) =>
      Uint8Array.from({ length: count * 4 }, (_, at) =>
        at % 4 === 3 ? 255 : at % 4 === 0 ? Math.floor(at / 4) % 256 : at >= 1024 ? 1 : 0,
      );
    expect(encodeIndexed({ width: 256, height: 1, pixels: shades(256) })).not.toBeNull();
    expect(encodeIndexed({ width: 257, height: 1, pixels: shades(257) })).toBeNull();
  });
});
