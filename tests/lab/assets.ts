import { readFileSync } from 'node:fs';
import { build } from 'vite';

export interface Asset {
  readonly type: string;
  readonly content: string;
}

const folder = 'tests/lab/webmail';

/** The lab's pages by path; the mail page's program is bundled with the real client library. */
export async function buildAssets(): Promise<ReadonlyMap<string, Asset>> {
  const css = (name: string): [string, Asset] => [
    `/assets/${name}`,
    { type: 'text/css', content: readFileSync(`${folder}/${name}`, 'utf8') },
  ];
  return new Map<string, Asset>([
    css('webmail.css'),
    css('menu.css'),
    ['/assets/webmail.js', { type: 'text/javascript', content: await bundle() }],
    ['/mail/', { type: 'text/html', content: readFileSync(`${folder}/index.html`, 'utf8') }],
  ]);
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `${folder}/webmail.ts`, formats: ['es'], fileName: 'webmail' },
    },
  });
  const [first] = [result].flat();
  if (first === undefined || !('output' in first)) throw new Error('the mail page was not built');
  return first.output[0].code;
}
