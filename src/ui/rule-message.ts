/** Name of a rule's message, e.g. `rule_key_foreign_title`. */
export const ruleMessage = (id: string, part: 'checks' | 'title' | 'explanation' | 'remedy') =>
  `rule_${id.replaceAll('-', '_')}_${part}`;
