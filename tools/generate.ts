import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generators } from './generate/index.ts';

/** Rewrites everything that is derived from the registries. */
for (const { name, generate } of generators) {
  const files = await generate();
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  console.log(`${name}: ${files.size} files`);
}
