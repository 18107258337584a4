import type { Inspection } from '../core/index.ts';

const texts = new WeakMap<Inspection, string>();

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
