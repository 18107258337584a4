/** A JSON Schema (draft 2020-12) of the keywords that this project's schemas use. */
export type Schema = boolean | Readonly<Record<string, unknown>>;

const annotations = ['$schema', 'title', 'description'];

/** What a value breaks of a schema, as sentences; none when it fits. A keyword that is not checked is a mistake of the schema. */
export function findViolations(schema: Schema, value: unknown, place = '$'): readonly string[] {
  if (typeof schema === 'boolean') return schema ? [] : [`${place} is not allowed`];
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    if (annotations.includes(keyword)) return [];
    const check = checks[keyword];
    if (check === undefined) throw new Error(`the keyword ${keyword} is not checked`);
    return check({ schema, wanted, value, place });
  });
}

interface Check {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly wanted: unknown;
  readonly value: unknown;
  readonly place: string;
}

const checks: Readonly<Record<string, (check: Check) => readonly string[]>> = {
  type: ({ wanted, value, place }) =>
    listOf(wanted).some((type) => type === typeOf(value) || (type === 'number' && isNumber(value)))
      ? []
      : [`${place} is a ${typeOf(value)}`],
  enum: ({ wanted, value, place }) =>
    listOf(wanted).includes(value) ? [] : [`${place} is ${JSON.stringify(value)}`],
  pattern: ({ wanted, value, place }) =>
    typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value)
      ? []
      : [`${place} is ${JSON.stringify(value)}`],
  minLength: ({ wanted, value, place }) =>
    typeof value === 'string' && value.length < Number(wanted) ? [`${place} is too short`] : [],
  minimum: ({ wanted, value, place }) =>
    isNumber(value) && Number(value) < Number(wanted) ? [`${place} is too small`] : [],
  required: ({ wanted, value, place }) =>
    isObject(value)
      ? listOf(wanted).flatMap((name) =>
          Object.hasOwn(value, String(name)) ? [] : [`${place}.${String(name)} is missing`],
        )
      : [],
  properties: ({ wanted, value, place }) =>
    isObject(value) && isObject(wanted)
      ? Object.entries(wanted).flatMap(([name, inner]) =>
          Object.hasOwn(value, name)
            ? findViolations(asSchema(inner), value[name], `${place}.${name}`)
            : [],
        )
      : [],
  additionalProperties: ({ schema, wanted, value, place }) => {
    const known = isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
    return isObject(value)
      ? Object.entries(value).flatMap(([name, inner]) =>
          known.includes(name) ? [] : findViolations(asSchema(wanted), inner, `${place}.${name}`),
        )
      : [];
  },
  items: ({ wanted, value, place }) =>
    Array.isArray(value)
      ? value.flatMap((inner, index) =>
          findViolations(asSchema(wanted), inner, `${place}[${index}]`),
        )
      : [],
  oneOf: ({ wanted, value, place }) => {
    const fitting = listOf(wanted).filter(
      (schema) => findViolations(asSchema(schema), value, place).length === 0,
    );
    return fitting.length === 1 ? [] : [`${place} fits ${fitting.length} forms of oneOf`];
  },
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): boolean => typeof value === 'number';
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function asSchema(value: unknown): Schema {
  if (typeof value === 'boolean' || isObject(value)) return value;
  throw new Error('a schema is an object or a boolean');
}
