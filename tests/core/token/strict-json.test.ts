import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxDepth, parseJsonObject } from '../../../src/core/token/strict-json.ts';

const parse = (text: string) => parseJsonObject(new TextEncoder().encode(text));
const duplicatesOf = (text: string) => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`the text was refused: ${parsed.code}`);
  return parsed.value.duplicates;
};

/** JSON as it is written: objects are lists of members, so that a name can stand there twice. */
type Written =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'array'; readonly entries: readonly Written[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [Name, Written])[] };
interface Name {
  readonly text: string;
  /** Whether its first letter is written as an escape. */
  readonly isEscaped: boolean;
}

const awkward = ['__proto__', 'constructor', 'a', 'b', '', '"', '\\', '\\"', ':', '{"a":1', '0'];
const name = fc.record({
  text: fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary', maxLength: 3 })),
  isEscaped: fc.boolean(),
});
const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      kind: fc.constant('scalar' as const),
      value: fc.oneof(fc.constantFrom(...awkward), fc.string(), fc.integer(), fc.constant(null)),
    }),
    fc.record({
      kind: fc.constant('array' as const),
      entries: fc.array(tie('written'), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('object' as const),
      members: fc.array(fc.tuple(name, tie('written')), { maxLength: 4 }),
    }),
  ),
}));
const object = fc.record({
  kind: fc.constant('object' as const),
  members: fc.array(fc.tuple(name, written), { maxLength: 6 }),
});

function write(json: Written, space: string): string {
  switch (json.kind) {
    case 'scalar':
      return JSON.stringify(json.value);
    case 'array':
      return `[${json.entries.map((entry) => write(entry, space)).join(`${space},`)}]`;
    case 'object':
      return `{${space}${json.members
        .map(([key, value]) => `${writeName(key)}${space}:${space}${write(value, space)}`)
        .join(`,${space}`)}}`;
  }
}

function writeName({ text, isEscaped }: Name): string {
  if (!isEscaped || text === '') return JSON.stringify(text);
  const code = text.charCodeAt(0).toString(16).padStart(4, '0');
  return `"\\u${code}${JSON.stringify(text.slice(1)).slice(1)}`;
}

/** Names written twice, by their order in the text, by comparison of every pair. */
function expectedDuplicates(json: Written): readonly string[] {
  if (json.kind === 'scalar') return [];
  if (json.kind === 'array') return json.entries.flatMap(expectedDuplicates);
  return json.members.flatMap(([key, value], index) => [
    ...(json.members.slice(0, index).some(([earlier]) => earlier.text === key.text)
      ? [key.text]
      : []),
    ...expectedDuplicates(value),
  ]);
}

describe('names given twice', () => {
  test('are found wherever they stand and however they are written, and no others', () => {
    let found = 0;
    fc.assert(
      fc.property(object, fc.constantFrom('', ' ', '\n\t'), (json, space) => {
        const expected = expectedDuplicates(json);
        if (expected.length > 0) found++;
        expect(duplicatesOf(write(json, space))).toEqual(expected.slice(0, 8));
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  test.each([
    ['{"a":{"b":1,"c":2},"a":3}', ['a']],
    ['{"a":3,"a":{"b":1,"c":2}}', ['a']],
    ['{"__proto__":1,"__proto__":2}', ['__proto__']],
    ['{"__proto__":{"a":1}}', []],
    ['{"a":[{"b":1},{"b":2},{"b":1,"b":2}]}', ['b']],
    ['{"a":"\\\\","b":"\\\\\\"\\\\",":":"{[:","c":1}', []],
    ['{"\\"a":1,"\\u0022a":2}', ['"a']],
  ])('%s', (text, expected) => {
    expect(duplicatesOf(text)).toEqual(expected);
  });

  test('of many, the first eight are told', () => {
    const pairs = Array.from({ length: 9 }, (_, index) => `"n${index}":1,"n${index}":2`);
    expect(duplicatesOf(`{${pairs.join()}}`)).toHaveLength(8);
  });
});

describe('depth', () => {
  const nested = (depth: number, inner: string) =>
    `${'{"a":'.repeat(depth)}${inner}${'}'.repeat(depth)}`;
  test('brackets in a text are not depth, and closed ones no longer', () => {
    expect(parse(`{"a":"${'['.repeat(99)}\\"${'{'.repeat(99)}"}`).ok).toBe(true);
    expect(parse(`{"a":[${'[],{},'.repeat(99)}1]}`).ok).toBe(true);
  });
  test('is bounded for objects too, whatever follows', () => {
    expect(parse(nested(maxDepth, '1')).ok).toBe(true);
    expect(parse(nested(maxDepth + 1, '1'))).toEqual({ ok: false, code: 'json-too-deep' });
    expect(parse('['.repeat(1_000_000))).toEqual({ ok: false, code: 'json-too-deep' });
  });
  test('a text that does not end is refused', () => {
    for (const text of ['{"a', '{"a\\', '{"a\\"', '{', '"', '\\']) {
      expect(parse(text)).toEqual({ ok: false, code: 'json-invalid' });
    }
  });
});
