import { text } from '../protocol/client.ts';
import { makeVisible } from '../ui/visible-text.ts';

/** A rule's own words, the same as in the popup; its id where this version does not know it. */
export function ruleSays(rule: string, part: 'title' | 'explanation'): string {
  const name = `rule_${rule.replaceAll('-', '_')}_${part}`;
  const said = text(name);
  if (said !== name) return said;
  return part === 'title' ? makeVisible(rule) : '';
}
