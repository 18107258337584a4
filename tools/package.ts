import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import manifest from '../manifest.json' with { type: 'json' };
import { runLocal, step } from './run.ts';

/** Zip entries carry a time; one fixed time makes equal contents equal files. */
const entryTime = new Date(1980, 0, 1);

/** Every file below a folder, by its path inside it, in a fixed order. */
function readTree(folder: string): Zippable {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(folder.length + 1),
      [new Uint8Array(readFileSync(path)), { mtime: entryTime, level: 9 }],
    ]),
  );
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
    const zip = zipSync(readTree(`dist/${target}`));
    writeFileSync(file, zip);
    console.log(`${file}: ${(zip.length / 1000).toFixed(1)} kB`);
    return 0;
  });
}
await step('build with the pinned key again', () => runLocal('tsx', ['tools/build.ts']));
