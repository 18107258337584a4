import { readFileSync } from 'node:fs';
import { build } from 'vite';

export interface Asset {
  readonly type: string;
  readonly content: string;
}

const folder = 'tests/lab/webmail';

/** The lab's pages by path; the programs are bundled with the real client libraries. */
export async function buildAssets(): Promise<ReadonlyMap<string, Asset>> {
  const css = (name: string): [string, Asset] => [
    `/assets/${name}`,
    { type: 'text/css', content: readFileSync(`${folder}/${name}`, 'utf8') },
  ];
  return new Map<string, Asset>([
    css('webmail.css'),
    css('menu.css'),
    ['/assets/webmail.js', await bundle('webmail')],
    ['/assets/answer.js', await bundle('answer')],
    ['/mail/', { type: 'text/html', content: readFileSync(`${folder}/index.html`, 'utf8') }],
    ['/assets/hostile.js', await bundle('hostile')],
    [
      '/lab/hostile',
      { type: 'text/html', content: readFileSync(`${folder}/hostile.html`, 'utf8') },
    ],
    ['/mail/answer', { type: 'text/html', content: readFileSync(`${folder}/answer.html`, 'utf8') }],
  ]);
}

async function bundle(name: string): Promise<Asset> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `${folder}/${name}.ts`, formats: ['es'], fileName: name },
    },
  });
  const [first] = [result].flat();
  if (first === undefined || !('output' in first)) throw new Error(`${name} was not built`);
  return { type: 'text/javascript', content: first.output[0].code };
}
