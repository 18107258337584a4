import type { Inspection } from '../core/index.ts';

const texts = new WeakMap<Inspection, string>();
const sizes = new WeakMap<Inspection, number>();
const utf8 = new TextEncoder();

/**
 * An inspection as JSON text (RFC 8259). Inspections never change, so each is written once: between processes a text costs a small part
 * of what its hundreds of values do.
 */
export function textOf(inspection: Inspection): string {
  const known = texts.get(inspection);
  if (known !== undefined) return known;
  const text = JSON.stringify(inspection);
  texts.set(inspection, text);
  return text;
}

/** How many bytes of UTF-8 that text has. */
export function bytesOf(inspection: Inspection): number {
  const known = sizes.get(inspection);
  if (known !== undefined) return known;
  const size = utf8.encode(textOf(inspection)).length;
  sizes.set(inspection, size);
  return size;
}
