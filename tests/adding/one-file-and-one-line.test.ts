import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Copy, copyProject } from './copy.ts';

let copy: Copy;

/** Registers a member as a person does: its import, and its name in the list, which the formatter may put on one line. */
function register(index: string, name: string, file: string): void {
  copy.addLine(index, `import { ${name} } from './${file}.ts';`, '/** Every');
  const text = copy.read(index);
  copy.write(index, text.replace(/Object\.freeze\(\[/, `Object.freeze([${name}, `));
}

beforeAll(() => {
  copy = copyProject();
});
afterAll(() => copy.remove());

test('a rule is one file and its registration', () => {
  copy.write(
    'src/core/rules/token-dull.ts',
    `import { fail, type Rule } from './rule.ts';

export const tokenDull: Rule = {
  id: 'token-dull',
  severity: 'note',
  essential: false,
  checks: 'The session is interesting',
  title: 'This session is dull beyond measure.',
  explanation: 'A rule that stands here to show that nothing else has to be touched for it.',
  remedy: 'Do nothing whatsoever about it.',
  example: 'Payload with \`dull\`.',
  spec: [{ label: 'RFC 7519', url: 'https://www.rfc-editor.org/rfc/rfc7519' }],
  needs: [],
  check: () => fail('note', []),
};
`,
  );
  register('src/core/rules/index.ts', 'tokenDull', 'token-dull');
  const generated = copy.run('tsx', 'tools/generate.ts');
  expect(generated.code, generated.text).toBe(0);
  expect(copy.read('public/_locales/en/messages.json')).toContain('rule_token_dull_title');
  expect(copy.read('docs/rules/token-dull.md')).toContain('dull beyond measure');
  copy.write(
    'tests/core/rules/token-dull.test.ts',
    `import { expect, test } from 'vitest';
import { createSigningKey, entraClaims, inspectToken, signToken } from '../../support/tokens.ts';
import { keyPortOf } from '../../support/keys.ts';

test('it is part of every inspection', async () => {
  const token = await signToken(await createSigningKey(), entraClaims());
  const { outcomes } = await inspectToken(token, await keyPortOf({}));
  expect(outcomes).toContainEqual({ rule: 'token-dull', outcome: 'fail', severity: 'note', evidence: [] });
});
`,
  );
});

test('a provider is one file and its registration', () => {
  copy.write(
    'src/core/providers/postbox.ts',
    `import type { Provider } from './provider.ts';

export const postbox: Provider = {
  id: 'postbox',
  name: 'Postbox',
  hosts: ['mail.postbox.example'],
  apiHosts: ['api.postbox.example'],
  issuers: ['entra'],
  signOutUrl: 'https://mail.postbox.example/sign-out',
  citations: [{ url: 'https://mail.postbox.example/', read: '2026-11-24', verified: false }],
};
`,
  );
  register('src/core/providers/index.ts', 'postbox', 'postbox');
  const generated = copy.run('tsx', 'tools/generate.ts');
  expect(generated.code, generated.text).toBe(0);
  expect(copy.read('manifest.json')).toContain('https://mail.postbox.example/*');
  expect(copy.read('manifest.json')).toContain('https://api.postbox.example/*');
  expect(copy.read('docs/providers.md')).toContain('Postbox');
});

test('a policy key is one file and its registration', () => {
  copy.write(
    'src/core/policy/keys/colour.ts',
    `import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const colour: PolicyKey<string> = {
  name: 'colour',
  title: 'Colour of the toolbar button',
  description: 'A key that stands here to show that nothing else has to be touched for it.',
  schema: v.picklist(['red', 'green']),
  fallback: 'green',
  example: 'red',
};
`,
  );
  const index = 'src/core/policy/index.ts';
  copy.addLine(
    index,
    `import { colour } from './keys/colour.ts';`,
    `import { requireDeviceClaim }`,
  );
  copy.write(index, copy.read(index).replace('Object.freeze({', 'Object.freeze({\n  colour,'));
  const generated = copy.run('tsx', 'tools/generate.ts');
  expect(generated.code, generated.text).toBe(0);
  expect(copy.read('public/managed_schema.json')).toContain('"colour"');
  expect(copy.read('docs/policy.md')).toContain('Colour of the toolbar button');
});

test('a language is one file and one line', () => {
  const list = 'src/protocol/languages.ts';
  copy.write(list, copy.read(list).replace("'ar']", "'ar', 'fa']"));
  const en = JSON.parse(copy.read('locales/de.json')).why_heading.en;
  copy.write('locales/fa.json', JSON.stringify({ why_heading: { en, text: 'چرا' } }));
  const generated = copy.run('tsx', 'tools/generate.ts');
  expect(generated.code, generated.text).toBe(0);
  const messages = JSON.parse(copy.read('public/_locales/fa/messages.json'));
  expect(messages.why_heading.message).toBe('چرا');
  expect(messages.language_direction.message).toBe('rtl');
});

// Runs the compiler and another run of tests.
test('with all of them, the types hold and every test of the structure still passes', {
  timeout: 240_000,
}, () => {
  const types = copy.run('tsc', '-p', 'tsconfig.json');
  expect(types.code, types.text).toBe(0);
  const tests = copy.run(
    'vitest',
    'run',
    'tests/architecture',
    'tests/generated',
    'tests/core/rules/token-dull',
  );
  expect(tests.code, tests.text).toBe(0);
  expect(tests.text).toContain('token-dull');
});
