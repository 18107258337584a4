import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'tests/types/must-not-compile';
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));

test('mistakes that the types must catch do not compile, each with one error', () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
  const { stdout } = spawnSync('node_modules/.bin/tsc', ['-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  const errors = stdout.split('\n').filter((line) => line.includes('error TS'));
  const refused = errors.map((line) =>
    line.slice(line.lastIndexOf('/', line.indexOf('(')) + 1, line.indexOf('(')),
  );
  expect(refused.sort()).toEqual(files.sort());
});
