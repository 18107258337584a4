import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { policyKeys } from '../../src/core/index.ts';
import { convertSchema, maxObjectDepth } from '../../tools/managed-schema.ts';

describe('a policy key in the words of a managed schema', () => {
  test.each([
    ['a text', v.string(), { type: 'string' }],
    ['a text with bounds', v.pipe(v.string(), v.trim(), v.maxLength(3)), { type: 'string' }],
    ['one of some texts', v.picklist(['warn', 'block']), { type: 'string' }],
    ['a choice', v.boolean(), { type: 'boolean' }],
    ['a number', v.pipe(v.number(), v.minValue(0)), { type: 'number' }],
    ['a whole number', v.pipe(v.number(), v.integer()), { type: 'integer' }],
    [
      'a list that may be null',
      v.nullable(v.pipe(v.array(v.pipe(v.string(), v.regex(/^a/))), v.maxLength(3))),
      { type: 'array', items: { type: 'string' } },
    ],
    [
      'a list of objects',
      v.array(v.strictObject({ url: v.pipe(v.string(), v.url()), name: v.optional(v.string()) })),
      {
        type: 'array',
        items: {
          type: 'object',
          properties: { url: { type: 'string' }, name: { type: 'string' } },
        },
      },
    ],
  ])('%s', (_name, schema, expected) => {
    expect(convertSchema(schema)).toEqual(expected);
  });

  test.each([
    ['a union', v.union([v.string(), v.number()])],
    ['a record', v.record(v.string(), v.string())],
    ['a transformation to who knows what', v.pipe(v.string(), v.transform(Number))],
    ['something inside of a list', v.array(v.any())],
    ['an object inside of an object', v.object({ inner: v.object({}) })],
  ])('%s is refused, not guessed', (_name, schema) => {
    expect(() => convertSchema(schema)).toThrow('teach tools/managed-schema.ts');
  });

  test('objects stand in lists, and in each other no deeper than the bound', () => {
    expect(maxObjectDepth).toBe(1);
    expect(() => convertSchema(v.array(v.object({})))).not.toThrow();
    expect(() => convertSchema(v.object({ list: v.array(v.object({})) }))).toThrow();
  });

  test.each(['text', null, {}, []])('%j is no schema', (value) => {
    expect(() => convertSchema(value)).toThrow();
  });
});

describe('the managed schema', () => {
  const schema = v.parse(
    v.object({ type: v.literal('object'), properties: v.record(v.string(), v.looseObject({})) }),
    JSON.parse(readFileSync(`public/${manifest.storage.managed_schema}`, 'utf8')),
  );

  test('stands where the manifest says, with every key and a sentence for its form', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(policyKeys));
    expect(Object.keys(schema.properties).length).toBeGreaterThanOrEqual(5);
    for (const { name, title, description } of Object.values(policyKeys)) {
      expect(schema.properties[name]).toMatchObject({ title, description });
    }
  });

  test('uses no word for which Chromium refuses the extension or removes a value unseen', () => {
    const text = JSON.stringify(schema);
    const words = ['additionalProperties', 'oneOf', 'anyOf', '$ref', 'pattern', 'minimum', 'enum'];
    for (const word of words) expect(text).not.toContain(`"${word}":`);
  });

  test('its page gives every key an example that is read as it stands', () => {
    const page = readFileSync('docs/policy.md', 'utf8');
    for (const { name, example } of Object.values(policyKeys)) {
      expect(page).toContain(`## ${name}`);
      expect(page).toContain(`| example | \`${JSON.stringify(example)}\` |`);
    }
  });
});
