import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../manifest.json' with { type: 'json' };
import { runLocal, step } from './run.ts';
import { makeZip, type ZipEntry } from './zip.ts';

/** Every file below a folder, by its path inside it, in a fixed order. */
function readTree(folder: string): readonly ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.slice(folder.length + 1), content: readFileSync(path) }));
}

/** Makes the zips for the stores. The stores give the extension its identity, so the pinned key is left out. */
for (const target of ['chrome', 'firefox']) {
  await step(`package for ${target}`, async () => {
    const code = await runLocal('vite', ['build', '--logLevel', 'warn'], {
      TARGET: target,
      PIN_KEY: '0',
    });
    if (code !== 0) return code;
    const file = `dist/countersign-${manifest.version}-${target}.zip`;
    const zip = makeZip(readTree(`dist/${target}`));
    writeFileSync(file, zip);
    console.log(`${file}: ${(zip.length / 1000).toFixed(1)} kB`);
    return 0;
  });
}
await step('build with the pinned key again', () => runLocal('tsx', ['tools/build.ts']));
