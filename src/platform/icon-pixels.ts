import type { Action } from 'webextension-polyfill';

/** The shared types want more of a picture than browsers do. */
type Pixels = Action.ImageDataType;

const drawn = new Map<string, Promise<Pixels>>();

/**
 * The picture in one of the extension's own icon files, as pixels. Chromium's workers fetch, decode and draw a file again for every tab
 * and every change of a toolbar button, which takes longer than judging a token; so each file is drawn once. Rejects when it
 * cannot be read.
 */
export function drawIcon(path: string): Promise<Pixels> {
  const known = drawn.get(path);
  if (known !== undefined) return known;
  const pixels = draw(path).catch((error: unknown) => {
    // The next one tries again.
    drawn.delete(path);
    throw error;
  });
  drawn.set(path, pixels);
  return pixels;
}

async function draw(path: string): Promise<Pixels> {
  const picture = await createImageBitmap(await (await fetch(path)).blob());
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('the browser draws nothing here');
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, width, height) as Pixels;
}
