import { parseSync } from 'oxc-parser';

/** Members that are for people and documents alone, by the folder whose objects have them. */
const members: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [
    /\/src\/core\/rules\/[a-z-]+\.ts$/,
    new Set(['checks', 'title', 'explanation', 'remedy', 'example', 'spec']),
  ],
  [/\/src\/core\/(?:issuers|providers|audiences|configured)\/[a-z-]+\.ts$/, new Set(['citations'])],
  [/\/src\/core\/policy\/keys\/[a-z-]+\.ts$/, new Set(['title', 'description', 'example'])],
];

type Node = Record<string, unknown> & { readonly start: number; readonly end: number };

/**
 * Leaves words out of the extension that it has in its message files in every language, and the sources of facts, which stand in the
 * documents: what is packed is to be small. A text becomes an empty one, a list an empty list.
 */
export const leaveOutWords = {
  name: 'leave-out-words',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | null {
    const names = members.find(([path]) => path.test(id))?.[1];
    if (names === undefined) return null;
    const cuts: { start: number; end: number; by: string }[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) {
        for (const one of value) visit(one);
        return;
      }
      if (typeof value !== 'object' || value === null) return;
      const node = value as Node;
      const content = node['value'] as Node | undefined;
      const key = (node['key'] as { name?: string } | undefined)?.name ?? '';
      if (node['type'] === 'Property' && names.has(key) && content !== undefined) {
        if (content['type'] === 'Literal' || content['type'] === 'TemplateLiteral')
          cuts.push({ start: content.start, end: content.end, by: "''" });
        if (content['type'] === 'ArrayExpression')
          cuts.push({ start: content.start, end: content.end, by: '[]' });
        return;
      }
      for (const part of Object.values(node)) visit(part);
    };
    visit(parseSync(id, code).program);
    return cuts
      .sort((a, b) => b.start - a.start)
      .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
  },
};
