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
