import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { libraryWarnings } from '../../tools/library-warnings.ts';
import { listFiles } from './source-files.ts';

const code = ['src', 'tools', 'tests'].flatMap((folder) => listFiles(folder, /\.(ts|tsx|css)$/));

/** Files above 200 lines, each with the reason why it is better whole. */
const longFiles: Readonly<Record<string, string>> = {
  'src/ui/texts.ts': 'a table of sentences, one entry each',
  'src/background/key-cache/key-cache.ts':
    'one state with few readers: apart, its parts would share it',
  'src/inspector/claims/texts.ts': 'a table of sentences, one entry each',
  'src/inspector/keys/texts.ts': 'a table of sentences, one entry each',
  'src/inspector/keys/timeline.css': 'the look of one picture',
  'src/options/own-texts.ts': 'a table of sentences, one entry each',
  'src/welcome/welcome.css': 'the look of one page',
  'tests/options/options.test.tsx': 'one page before one background',
  'src/popup/popup.css': 'the look of one page',
  'src/popup/texts.ts': 'a table of sentences, one entry each',
  'tests/attacks/kinds.ts': 'a catalogue, one entry each',
  'tests/lab/drivers/firefox.ts': 'one browser behind one interface',
  'tests/lab/server.ts': 'one server with every host of the lab',
};

describe('files', () => {
  test('there are some', () => {
    expect(code.length).toBeGreaterThan(150);
  });

  test('are named in kebab-case', () => {
    const odd = code.filter(
      (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?$/.test(basename(path, extname(path))),
    );
    expect(odd).toEqual([]);
  });

  test('are not named for a heap of things', () => {
    const heaps = /^(utils?|helpers?|common|misc|shared|manager)$/;
    expect(code.filter((path) => path.split(/[/.]/).some((part) => heaps.test(part)))).toEqual([]);
  });

  test('have one idea: at most 200 lines, or a reason', () => {
    const long = code.filter(
      (path) => !path.endsWith('.test.ts') && readFileSync(path, 'utf8').split('\n').length > 201,
    );
    expect(long.sort()).toEqual(Object.keys(longFiles).sort());
  });

  test('that are sources have no default export', () => {
    const found = code.filter(
      (path) => path.startsWith('src/') && /^export default/m.test(readFileSync(path, 'utf8')),
    );
    expect(found).toEqual([]);
  });
});

describe('the manifest', () => {
  test('names every host and has no wildcard', () => {
    expect(manifest.host_permissions.length).toBeGreaterThan(5);
    for (const pattern of manifest.host_permissions) {
      expect(pattern).toMatch(/^(https|wss):\/\/[a-z0-9.-]+\/\*$/);
    }
  });

  test('holds a pattern of all sites in one place only: what a person can be asked for, one host at a time', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'wss://*/*']);
    const { optional_host_permissions: _asked, ...others } = manifest;
    expect(JSON.stringify(others)).not.toMatch(/<all_urls>|:\/\/\*|\*:\/\//);
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  test('lets nothing foreign run or load, and nothing connect but by https', () => {
    const policy = manifest.content_security_policy.extension_pages;
    const directives = new Map(
      policy.split('; ').map((text): [string, string] => {
        const [name = '', ...values] = text.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    // Which hosts are asked is decided by the key cache; those of added issuers are known at run time only.
    expect(directives.get('connect-src')).toBe("'self' https:");
    for (const [name, value] of directives) {
      expect(value).not.toContain('*');
      if (name !== 'connect-src') expect(value).toMatch(/^'(?:none|self)'$/);
    }
  });

  test('asks for no permission that changes or stops requests', () => {
    const strong = ['webRequestBlocking', 'declarativeNetRequest', 'debugger', 'tabs'];
    for (const name of strong) expect(manifest.permissions).not.toContain(name);
  });
});

describe('sources', () => {
  const sources = code.filter((path) => path.startsWith('src/'));
  const naming = (words: RegExp) =>
    sources.filter((path) =>
      words.test(readFileSync(path, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '')),
    );

  test('name no pattern of all sites', () => {
    expect(naming(/<all_urls>|(?:https?|wss?|\*):\/\/\*/)).toEqual([]);
  });

  test('ask for hosts in one place, which names each of them', () => {
    expect(naming(/permissions\.request\b/)).toEqual(['src/platform/host-permissions.ts']);
  });

  test('go out of the browser in few places, each with what it may ask', () => {
    const ways: Readonly<Record<string, string>> = {
      'src/background/background.ts': 'documents of issuers, asked for by the key cache',
      'src/cli/online-keys.ts': 'documents of issuers, when an analyst says --online',
      'src/platform/i18n.ts': 'message files of the extension itself',
      'src/platform/icon-pixels.ts': 'icon files of the extension itself',
    };
    expect(naming(/(?<![\w.])fetch\(/)).toEqual(Object.keys(ways));
  });
});

describe('what is committed', () => {
  const isCheckout = existsSync('.git');
  const tracked = isCheckout
    ? execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean)
    : [];
  const texts = tracked.filter((path) => existsSync(path) && !/\.(png|ico)$/.test(path));

  test.runIf(isCheckout)('names no package registry', () => {
    expect(texts.length).toBeGreaterThan(150);
    const registry = /registry\.(npmjs|yarnpkg)\.|"resolved":/;
    // This file has to name what it looks for.
    const own = 'tests/architecture/files.test.ts';
    expect(
      texts.filter((path) => path !== own && registry.test(readFileSync(path, 'utf8'))),
    ).toEqual([]);
  });

  test.runIf(isCheckout)('holds no private key and no token', () => {
    const secret = /-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/;
    const own = 'tests/architecture/files.test.ts';
    expect(texts.filter((path) => path !== own && secret.test(readFileSync(path, 'utf8')))).toEqual(
      [],
    );
  });
});

test('every warning that a library causes is listed with its reason', () => {
  for (const { code: name, library, reason } of libraryWarnings) {
    expect(name).toMatch(/^[A-Z_]+$/);
    expect(library.length).toBeGreaterThan(1);
    expect(reason.length).toBeGreaterThan(40);
  }
});
