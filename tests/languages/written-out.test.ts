import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource, type SourceFile, sources, walk } from '../architecture/source-files.ts';

/** Attributes that people read or hear. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

/** Words in a text; single letters and signs are none. */
const hasWords = (text: unknown): boolean => typeof text === 'string' && /\p{L}{2}/u.test(text);

/** Text of a component that is written out in it, and so in one language for ever. */
function findWrittenOut({ program }: Pick<SourceFile, 'program'>): readonly string[] {
  const found: string[] = [];
  const note = (text: unknown) => {
    if (hasWords(text)) found.push(String(text).trim());
  };
  walk(program, (node) => {
    if (node['type'] === 'JSXText') note(node['value']);
    if (node['type'] === 'JSXElement' || node['type'] === 'JSXFragment') {
      for (const child of node['children'] as Record<string, unknown>[]) {
        if (child['type'] === 'JSXExpressionContainer') noteConstant(child['expression'], note);
      }
    }
    if (node['type'] === 'JSXOpeningElement') {
      const isOwn = /^[A-Z]/.test(String((node['name'] as { name?: unknown }).name));
      for (const attribute of node['attributes'] as Record<string, unknown>[]) {
        const name = (attribute['name'] as { name?: unknown } | undefined)?.name;
        if (!spoken.has(String(name))) continue;
        const value = attribute['value'] as Record<string, unknown> | null;
        const content = value?.['type'] === 'JSXExpressionContainer' ? value['expression'] : value;
        // Own components are also told which message it is, or a part of its name.
        noteConstant(content, (text) => {
          if (!isOwn || !/^[a-z][a-z0-9_]*$/.test(String(text))) note(text);
        });
      }
    }
  });
  return found;
}

/** A text as it stands, or as one of two, or with values put in. */
function noteConstant(value: unknown, note: (text: unknown) => void): void {
  const node = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (node['type'] === 'Literal') note(node['value']);
  if (node['type'] === 'TemplateLiteral') {
    for (const part of node['quasis'] as { value: { cooked: string } }[]) note(part.value.cooked);
  }
  if (node['type'] === 'ConditionalExpression' || node['type'] === 'LogicalExpression') {
    for (const side of ['consequent', 'alternate', 'right']) noteConstant(node[side], note);
  }
}

const components = sources.filter(({ path }) => path.endsWith('.tsx'));

describe('components', () => {
  test('are there', () => {
    expect(components.length).toBeGreaterThan(20);
  });

  test('write no text out: every word comes from the message files', () => {
    const found = components.flatMap((file) =>
      findWrittenOut(file).map((text) => `${file.path}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('that do are noticed', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'written-out-')), 'odd.tsx');
    const odd = (jsx: string) => {
      writeFileSync(path, `export const a = () => ${jsx};`);
      return findWrittenOut(readSource(path));
    };
    expect(odd('<p>Hello you</p>')).toEqual(['Hello you']);
    expect(odd("<p>{yes ? 'Yes' : 'Not at all'}</p>")).toEqual(['Yes', 'Not at all']);
    const template = `\`$\{count} tokens\``;
    expect(odd(`<p>{${template}}</p>`)).toEqual(['tokens']);
    expect(odd('<a aria-label="Close it" class="button">×</a>')).toEqual(['Close it']);
    expect(odd('<Field label="Your name" />')).toEqual(['Your name']);
    expect(odd('<Field label="options_entry_name" />')).toEqual([]);
    expect(odd("<input placeholder={isLong && 'Search'} />")).toEqual(['Search']);
    expect(odd("<p>{text('hello')} · {name}</p>")).toEqual([]);
  });
});
