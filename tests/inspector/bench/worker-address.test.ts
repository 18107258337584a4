import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import config from '../../../vite.config.ts';

test('the worker that the page starts is one that the build makes, under that very address', () => {
  const [, address] =
    /new Worker\('\/(.+?)', \{ type: 'module' \}\)/.exec(
      readFileSync('src/inspector/bench/use-bench.ts', 'utf8'),
    ) ?? [];
  const { input, output } = config.build?.rolldownOptions ?? {};
  if (typeof input !== 'object' || Array.isArray(input)) throw new Error('entries have no names');
  const name = /([^/]+)\.js$/.exec(address ?? '')?.[1] ?? '';
  expect(existsSync(input[name] ?? '')).toBe(true);
  const { entryFileNames } = output === undefined || Array.isArray(output) ? {} : output;
  expect(typeof entryFileNames === 'function' && entryFileNames({ name } as never)).toBe(address);
});
