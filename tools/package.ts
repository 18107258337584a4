import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../manifest.json' with { type: 'json' };
import { runLocal, step } from './run.ts';
import { makeZip, type ZipEntry } from './zip.ts';

/** Most bytes of a packed extension: every browser of a fleet loads it. */
const maxBytes = 400_000;

/** Every file below a folder, by its path inside it, in a fixed order. JSON is without the spaces that only people need. */
function readTree(folder: string): readonly ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.slice(folder.length + 1), content: readPacked(path) }));
}

const readPacked = (path: string): Buffer =>
  path.endsWith('.json')
    ? Buffer.from(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))
    : readFileSync(path);

/** Makes the zips for the stores. The stores give the extension its identity, so the pinned key is left out. */
for (const target of ['chrome', 'firefox']) {
  await step(`package for ${target}`, async () => {
    const code = await runLocal('vite', ['build', '--logLevel', 'warn'], {
      TARGET: target,
      PIN_KEY: '0',
    });
    if (code !== 0) return code;
    const file = `dist/countersign-${manifest.version}-${target}.zip`;
    const zip = await makeZip(readTree(`dist/${target}`));
    writeFileSync(file, zip);
    console.log(`${file}: ${(zip.length / 1000).toFixed(1)} kB`);
    if (zip.length <= maxBytes) return 0;
    console.error(`${file} is larger than ${maxBytes / 1000} kB`);
    return 1;
  });
}
await step('build with the pinned key again', () => runLocal('tsx', ['tools/build.ts']));
