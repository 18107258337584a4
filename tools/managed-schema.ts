import * as v from 'valibot';

/**
 * A type in the form that Chromium takes in a managed schema, a small part of JSON Schema. Types only: what does not fit its schema is
 * removed by the browser without a word to the extension, so bounds and patterns are left to our own reading, which can tell.
 * Tried on Chromium 156: `additionalProperties: false`, lists of types, types left out and `oneOf` keep the extension from loading.
 */
export type ManagedType =
  | { readonly type: 'string' | 'boolean' | 'integer' | 'number' }
  | { readonly type: 'array'; readonly items: ManagedType }
  | { readonly type: 'object'; readonly properties: Readonly<Record<string, ManagedType>> };

/** Objects inside of each other, the value itself included; Chromium drops a whole one for a wrong member deep inside. */
export const maxObjectDepth = 1;

/** What a schema of valibot consists of, as far as it is understood here. */
const part = v.object({ kind: v.string(), type: v.string() });
const schemaParts = v.object({
  type: v.string(),
  pipe: v.optional(v.array(part)),
  wrapped: v.optional(v.unknown()),
  item: v.optional(v.unknown()),
  entries: v.optional(v.record(v.string(), v.unknown())),
});

/** Steps that narrow or tidy a value and leave its type. */
const narrowing: ReadonlySet<string> = new Set([
  'check',
  'https_url',
  'iso_date',
  'iso_timestamp',
  'max_length',
  'max_value',
  'min_length',
  'min_value',
  'non_empty',
  'readonly',
  'regex',
  'to_lower_case',
  'trim',
  'url',
]);

/** The managed type of a policy key's schema. @throws Error naming what it does not know, so that nothing is left out in silence. */
export function convertSchema(schema: unknown, objectDepth = 0): ManagedType {
  const { type, pipe = [], wrapped, item, entries } = v.parse(schemaParts, schema);
  const steps = pipe.filter(({ kind }) => kind !== 'schema').map((step) => step.type);
  const strange = steps.find((step) => !narrowing.has(step) && step !== 'integer');
  if (strange !== undefined) throw unknownPart(strange);
  switch (type) {
    // An absent key says the same; the browser's form knows no null.
    case 'nullable':
    case 'optional':
    case 'exact_optional':
      return convertSchema(wrapped, objectDepth);
    case 'string':
    case 'boolean':
      return { type };
    case 'number':
      return { type: steps.includes('integer') ? 'integer' : 'number' };
    case 'picklist':
      return { type: 'string' };
    case 'array':
      return { type, items: convertSchema(item, objectDepth) };
    case 'object':
    case 'strict_object':
      if (objectDepth >= maxObjectDepth) throw unknownPart('an object inside of an object');
      return { type: 'object', properties: convertEntries(entries ?? {}, objectDepth + 1) };
    default:
      throw unknownPart(type);
  }
}

function convertEntries(entries: Readonly<Record<string, unknown>>, objectDepth: number) {
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, convertSchema(entry, objectDepth)]),
  );
}

const unknownPart = (name: string): Error =>
  new Error(`The managed schema has no words for “${name}”: teach tools/managed-schema.ts.`);
