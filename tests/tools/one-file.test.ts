import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { oneFile } from '../../tools/one-file.ts';

/** Two pages that share a module; what they say is seen by running their scripts. */
const project = {
  'first/index.html': '<script type="module" src="main.ts"></script>',
  'first/main.ts': "import { said } from '../both.ts';\nglobalThis.heard = said('first');",
  'second/index.html': '<script type="module" src="main.ts"></script>',
  'second/main.ts': "import { said } from '../both.ts';\nglobalThis.heard = said('second');",
  'both.ts': `
    export const said = (name: string) => name + ' said';
    export const unused = () => 'nobody asks';`,
};
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'one-file-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Builds the project; gives the scripts of both pages by the page's name. */
async function buildWith(changes: Readonly<Record<string, string>>, page = 'first/index.html') {
  for (const [path, text] of Object.entries({ ...project, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [oneFile(page)],
    build: {
      modulePreload: false,
      rolldownOptions: {
        input: { first: join(root, 'first/index.html'), second: join(root, 'second/index.html') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const read = (name: string) => readFileSync(join(root, 'dist', `${name}.js`), 'utf8');
  return { first: read('first'), second: read('second') };
}

describe('a page whose script is to be one file', () => {
  test('imports nothing and says the same, without what nobody uses', async () => {
    const { first, second } = await buildWith({});
    expect(second).toMatch(/^import/);
    expect(first).not.toMatch(/\bimport\b/);
    expect(first).not.toContain('nobody asks');
    const heard = {};
    new Function('globalThis', first)(heard);
    expect(heard).toEqual({ heard: 'first said' });
  });

  test('leaves the others what they share', async () => {
    await buildWith({});
    expect(readdirSync(join(root, 'dist/assets')).length).toBe(1);
  });

  test('may not load anything later: then it would not be one file', async () => {
    const main = "import('../both.ts').then(({ said }) => said('first'));";
    await expect(buildWith({ 'first/main.ts': main })).rejects.toThrow('cannot be one file');
  });

  test('must be there', async () => {
    await expect(buildWith({}, 'third/index.html')).rejects.toThrow('has no script');
  });
});
