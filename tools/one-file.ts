import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/**
 * Makes the script of a page one file that imports nothing. A page whose script imports others waits twice: only when the first is there
 * is known which ones are missing. What it shares with other pages stands twice in the extension then, so this is for a page that has to
 * be there at once and shares little.
 *
 * @param page path of the page's HTML file in the project
 * @throws when the page has no script, or when its script still asks for another file
 */
export const oneFile = (page: string): Plugin => ({
  name: 'one-file',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const entry = Object.values(bundle).find(
      (file) => file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith(`/${page}`),
    );
    if (entry === undefined) throw new Error(`${page} has no script`);
    const path = join(dir, entry.fileName);
    writeFileSync(path, await joinImports(path));
  },
});

/** A script and everything that it imports, without what nobody uses of it. */
async function joinImports(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: path },
    },
  });
  const [script, ...others] = (built as Rolldown.RolldownOutput).output;
  if (others.length > 0 || script.imports.length + script.dynamicImports.length > 0) {
    throw new Error(`${path} cannot be one file`);
  }
  return script.code;
}
