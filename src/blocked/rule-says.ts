import { text } from '../protocol/client.ts';

/** A rule's own words, the same as in the popup; its id where this version does not know it. */
export function ruleSays(rule: string, part: 'title' | 'explanation'): string {
  const name = `rule_${rule.replaceAll('-', '_')}_${part}`;
  const said = text(name);
  return said !== name ? said : part === 'title' ? rule : '';
}
