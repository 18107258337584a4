import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { policyKeys } from '../../src/core/index.ts';
import { chromeIdOf, firefoxId } from '../identity.ts';
import { convertSchema, type ManagedType } from '../managed-schema.ts';

const keys = Object.values(policyKeys);

/** `public/managed_schema.json`, by which Chrome and Edge read the policy, and `docs/policy.md`. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const properties = Object.fromEntries(
    keys.map(({ name, title, description, schema }) => [
      name,
      { title, description, ...convertSchema(schema) },
    ]),
  );
  return new Map([
    ['public/managed_schema.json', json({ type: 'object', properties })],
    ['docs/policy.md', page()],
  ]);
}

function page(): string {
  const manifest = v.parse(
    v.object({ key: v.string() }),
    JSON.parse(readFileSync('manifest.json', 'utf8')),
  );
  const values = Object.fromEntries(keys.map(({ name, example }) => [name, example]));
  const chromium = { '3rdparty': { extensions: { [chromeIdOf(manifest.key)]: values } } };
  const firefox = { policies: { '3rdparty': { Extensions: { [firefoxId]: values } } } };
  return `# Policy

What an organisation can decide, on computers that it manages. Without a policy nothing is asked for. This page is generated from
the policy keys.

Each key stands for itself: one that cannot be read has no effect, the background's log names its code
(\`policy-value-invalid\`, \`policy-key-unknown\`), and the others hold. A rule that a policy calls for says “unusual” at worst, and
“could not check” where a session does not say what it would have to be compared with.

How to add webmails and issuers of your own, with examples: [own-webmails.md](own-webmails.md).

| key | type | without it | what it decides |
| --- | --- | --- | --- |
${keys.map((key) => `| [${key.name}](#${key.name.toLowerCase()}) | ${typeName(convertSchema(key.schema))} | \`${JSON.stringify(key.fallback)}\` | ${key.title} |`).join('\n')}

${keys.map(section).join('\n')}
## Chrome, Chromium and Edge on Linux

A file of any name ending in \`.json\`, here \`countersign.json\`, in

| browser | folder |
| --- | --- |
| Chrome | \`/etc/opt/chrome/policies/managed\` |
| Chromium | \`/etc/chromium/policies/managed\` |
| Edge | \`/etc/opt/edge/policies/managed\` |

\`\`\`json
${json(chromium)}\`\`\`

The id is that of a build that keeps the key of \`manifest.json\`; a store gives an id of its own, shown at
\`chrome://extensions\`. \`chrome://policy\` lists what arrived. The browser drops, without telling the extension, what is not of the
type above: of a list with one wrong entry nothing is left. A change takes effect within seconds, without a restart. After an
installation the first values can arrive late; sessions seen until then are judged again when they do.

## Firefox on Linux

\`/etc/firefox/policies/policies.json\`:

\`\`\`json
${json(firefox)}\`\`\`

\`about:policies\` lists what arrived. Firefox reads the file when it starts and checks no types; a change takes effect at the next
start.

## Trying a policy out

The command line reads the values alone, without the browsers' wrapping, from \`policy.json\`:

\`\`\`json
${json(values)}\`\`\`

\`\`\`sh
npx countersign inspect --policy policy.json FILE
\`\`\`
`;
}

function section({ name, title, description, schema, fallback, example }: (typeof keys)[number]) {
  return `## ${name}

${title}.

${description}

| | |
| --- | --- |
| type | ${typeName(convertSchema(schema))} |
| without it | \`${JSON.stringify(fallback)}\` |
| example | \`${JSON.stringify(example)}\` |
`;
}

function typeName(type: ManagedType): string {
  switch (type.type) {
    case 'array':
      return `list of ${typeName(type.items)}`;
    case 'object':
      return `object of ${Object.keys(type.properties)
        .map((name) => `\`${name}\``)
        .join(', ')}`;
    default:
      return type.type;
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
