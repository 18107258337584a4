import { existsSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { firefoxId } from './tools/identity.ts';
import { leaveOutWords } from './tools/leave-out-words.ts';
import { oneFile } from './tools/one-file.ts';

const target = process.env['TARGET'] === 'firefox' ? 'firefox' : 'chrome';

/** The store gives the extension its identity itself; everywhere else the key pins it. */
function chromeManifest(): ManifestV3Export {
  const { key, ...rest } = manifest;
  return process.env['PIN_KEY'] === '0' ? rest : { key, ...rest };
}

/** Firefox has an event page instead of a service worker, and an id of its own. */
function firefoxManifest(): ManifestV3Export {
  const { key: _key, minimum_chrome_version: _minimum, background, ...rest } = manifest;
  return {
    ...rest,
    background: { scripts: [background.service_worker], type: 'module' },
    // Firefox alone tells extensions by which connection an answer came, and only to those that may hold it up.
    optional_permissions: ['webRequestBlocking'],
    browser_specific_settings: {
      gecko: {
        id: firefoxId,
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as ManifestV3Export;
}

/** The command line: one file for Node, everything in it. */
const commandLine = defineConfig({
  build: {
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    ssr: 'src/cli/main.ts',
    copyPublicDir: false,
    rolldownOptions: {
      output: { entryFileNames: 'countersign.js', banner: '#!/usr/bin/env node' },
    },
  },
  ssr: { noExternal: true },
});

/** Pages that the manifest does not name; the extension opens them itself. */
const pages = ['inspector', 'options', 'welcome', 'blocked']
  .map((page) => `src/${page}/index.html`)
  .filter((path) => existsSync(path));

/** The worker that reads files for the inspector; `use-bench.ts` starts it by this name. */
const benchWorker = 'bench-worker';
const workerSource = 'src/inspector/bench/work/main.ts';

const extension = defineConfig({
  plugins: [
    leaveOutWords,
    crx({ manifest: target === 'firefox' ? firefoxManifest() : chromeManifest(), browser: target }),
    // People wait for the popup; the other pages fill a tab.
    oneFile('src/popup/index.html'),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(pages.map((path) => [path, path])),
        [benchWorker]: workerSource,
      },
      output: {
        // A page names its worker by its address. As an entry of its own it shares the core with everything else: bundled apart it would hold it
        // a second time.
        entryFileNames: ({ name }) =>
          name === benchWorker ? `assets/${benchWorker}.js` : 'assets/[name]-[hash].js',
      },
    },
  },
});

export default process.env['TARGET'] === 'cli' ? commandLine : extension;
