import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Evaluated in a page: what keeps people with assistive technology out of it, as one line; empty when nothing does. Opens what is folded. */
export const axeExpression = `(async () => {
  ${source};
  document.querySelectorAll('details').forEach((part) => { part.open = true; });
  const { violations } = await (globalThis.axe ?? axe).run(document);
  return violations.map(({ id, nodes }) => id + ' at ' + nodes[0].target.join(' ')).join('; ');
})()`;

/** One look of axe at a page. */
export interface AxeLook {
  /** What the page was, without what differs between two that axe cannot tell apart: marks, names of tokens, numbers. */
  readonly shape: string;
  /** As `axeExpression` says it; empty for a page whose shape is known. */
  readonly found: string;
}

/**
 * Evaluated in a page, to an `AxeLook` as text (RFC 8259). Axe takes a second for each page, and most scenarios end with the same one: a page
 * of one of these shapes is not looked at again.
 */
export const axeUnlessKnown = (shapes: Iterable<string>): string => `(async () => {
  document.querySelectorAll('details').forEach((part) => { part.open = true; });
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const html = document.documentElement.outerHTML.replace(/[\\w-]{16,}/g, '#').replace(/\\d+/g, '0');
  const bytes = new TextEncoder().encode(isDark + html + innerWidth);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const shape = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const isKnown = ${JSON.stringify([...shapes])}.includes(shape);
  return JSON.stringify({ shape, found: isKnown ? '' : await ${axeExpression} });
})()`;

/** What `axeUnlessKnown` came to; null when it came to nothing. */
export function readLook(value: unknown): AxeLook | null {
  if (typeof value !== 'string') return null;
  const { shape, found }: Record<string, unknown> = JSON.parse(value);
  return typeof shape === 'string' && typeof found === 'string' ? { shape, found } : null;
}
