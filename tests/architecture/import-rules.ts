import { dirname } from 'node:path';
import type { SourceFile } from './source-files.ts';

/** The door of the core for other layers. */
const door = 'src/core/index.ts';

interface Layer {
  readonly name: string;
  readonly holds: (path: string) => boolean;
  /** Whether a file of the layer may import the target; `isType` when nothing of it exists at run time. */
  readonly allows: (target: string, isType: boolean, from: string) => boolean;
  /** Why not, for the person who broke the rule. */
  readonly sentence: string;
}

const inFolder = (folder: string) => (path: string) => path.startsWith(`src/${folder}/`);
const isPackage = (target: string) => !target.startsWith('src/');
const reactives = ['preact', 'preact/hooks'];
/** Files of the protocol through which pages reach the browser. */
const clients = ['client', 'popup-client', 'welcome-client', 'language-client', 'texts'].map(
  (name) => `src/protocol/${name}.ts`,
);
/** Packages of single pages. The picture of keys needs moments on an axis of time that people would choose, in their own time zone. */
const packagesOf: Readonly<Record<string, readonly string[]>> = { inspector: ['d3-time'] };
const pages = ['popup', 'inspector', 'options', 'blocked', 'welcome'];

const plugin = (folder: string, ownTypes: string, extra: (target: string) => boolean): Layer => ({
  name: `background/${folder}`,
  holds: (path) => inFolder(`background/${folder}`)(path) && !path.endsWith('/index.ts'),
  allows: (target, isType) =>
    target === door ||
    inFolder('platform')(target) ||
    target === ownTypes ||
    (isType && inFolder('protocol')(target)) ||
    extra(target),
  sentence: `A file of ${folder} may import the core's door, the platform and its own type file, and never a sibling.`,
});

/** Who may import whom; the first layer that holds a file judges it. */
export const layers: readonly Layer[] = [
  {
    name: 'core',
    holds: inFolder('core'),
    allows: (target, _isType, from) =>
      inFolder('core')(target) ||
      (target === 'jose' && from === 'src/core/keys/verify.ts') ||
      (target === '@noble/hashes/sha2.js' && from === 'src/core/token/digest.ts') ||
      (target === 'valibot' && inFolder('core/policy')(from)),
    sentence:
      'The core imports itself alone; jose only in keys/verify.ts, hashes only in token/digest.ts, valibot only in policy.',
  },
  {
    name: 'platform',
    holds: inFolder('platform'),
    allows: (target, isType) =>
      ['webextension-polyfill', 'idb'].includes(target) ||
      inFolder('platform')(target) ||
      (isType && target === door),
    sentence: 'The platform imports the browser, itself and types of the core.',
  },
  {
    name: 'protocol',
    holds: inFolder('protocol'),
    allows: (target, isType, from) =>
      inFolder('protocol')(target) ||
      target === door ||
      target === 'valibot' ||
      (inFolder('platform')(target) && (isType || clients.includes(from))),
    sentence: 'The protocol imports the core and itself; only its clients touch the platform.',
  },
  {
    name: 'input',
    holds: inFolder('input'),
    allows: (target) => target === door || inFolder('input')(target),
    sentence:
      "What reads files for the command line and the inspector imports the core's door and itself: it runs in Node and in a browser's worker.",
  },
  plugin('sources', 'src/background/sources/source.ts', () => false),
  plugin('sinks', 'src/background/sinks/sink.ts', () => false),
  plugin('responses', 'src/background/responses/response.ts', () => false),
  {
    name: 'background',
    holds: inFolder('background'),
    allows: (target) =>
      target === door ||
      ['background', 'platform', 'protocol'].some((folder) => inFolder(folder)(target)) ||
      target === 'valibot',
    sentence: "The background imports the core's door, the platform, the protocol and itself.",
  },
  {
    name: 'ui',
    holds: inFolder('ui'),
    allows: (target, isType) =>
      inFolder('ui')(target) ||
      (target === door && isType) ||
      clients.includes(target) ||
      reactives.includes(target),
    sentence: 'Shared pieces of pages import types of the core, the protocol’s clients and Preact.',
  },
  ...pages.map(
    (page): Layer => ({
      name: page,
      holds: inFolder(page),
      allows: (target, _isType, from) =>
        [page, 'protocol', 'ui'].some((folder) => inFolder(folder)(target)) ||
        // The SHA-256 of a file that is read piece by piece: the browser's own wants it whole.
        (target === '@noble/hashes/sha2.js' &&
          from === 'src/inspector/bench/work/read-source.ts') ||
        // The inspector reads files with what reads them on the command line.
        (page === 'inspector' && inFolder('input')(target)) ||
        target === door ||
        reactives.includes(target) ||
        (packagesOf[page] ?? []).includes(target),
      sentence:
        "A page imports the core's door, the protocol, shared pieces and Preact; never the background, the platform or another page.",
    }),
  ),
  {
    name: 'cli',
    holds: inFolder('cli'),
    allows: (target) =>
      target === door ||
      inFolder('cli')(target) ||
      inFolder('input')(target) ||
      target.startsWith('node:') ||
      target === 'public/_locales/en/messages.json' ||
      target === 'package.json',
    sentence:
      "The command line imports the core's door, what reads files, Node, the message file and its version.",
  },
];

/** Files that browsers and people start; nothing imports them. */
export const isEntry = (path: string): boolean => /\/main\.tsx?$/.test(path);

/** Folders whose files are members of a registry and must not know each other, and their common files. */
const siblings: Readonly<Record<string, readonly string[]>> = {
  'src/core/rules': ['rule.ts', 'reasons.ts', 'evidence.ts', 'clock-skew.ts', 'run.ts', 'index.ts'],
  'src/core/audiences': ['audience.ts', 'microsoft.ts', 'index.ts'],
  'src/core/providers': ['provider.ts', 'index.ts'],
  'src/core/issuers': [
    'audience.ts',
    'candidates.ts',
    'clouds.ts',
    'issuer.ts',
    'microsoft-audiences.ts',
    'template.ts',
    'verifiability.ts',
    'index.ts',
  ],
};

/** Sentences about forbidden imports; none for a file that keeps the rules. */
export function judgeImports(file: Pick<SourceFile, 'path' | 'imports'>): readonly string[] {
  const { path, imports } = file;
  const layer = layers.find(({ holds }) => holds(path));
  if (layer === undefined) {
    return [`${path} belongs to no layer: give its folder a layer in tests/architecture.`];
  }
  return imports.flatMap(({ target, isType }) => [
    ...(layer.allows(target, isType, path) ? [] : [`${path} imports ${target}. ${layer.sentence}`]),
    ...(isEntry(target) ? [`${path} imports ${target}. Nothing imports an entry file.`] : []),
    ...judgeSibling(path, target),
  ]);
}

function judgeSibling(path: string, target: string): string[] {
  const folder = dirname(path);
  const common = siblings[folder];
  if (common === undefined || isPackage(target) || dirname(target) !== folder) return [];
  const isMember = (file: string) => !common.includes(file.slice(folder.length + 1));
  return isMember(path) && isMember(target)
    ? [`${path} imports ${target}. Members of a registry do not know each other.`]
    : [];
}
