import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { libraryWarnings } from './library-warnings.ts';

const message = v.object({ code: v.string(), file: v.optional(v.string()) });
const report = v.object({
  errors: v.array(message),
  notices: v.array(message),
  warnings: v.array(message),
});

/** Mozilla's linter over `dist/firefox`: nothing but the listed warnings of bundled libraries is accepted. */
const { stdout } = await promisify(execFile)(
  'node_modules/.bin/web-ext',
  ['lint', '--source-dir', 'dist/firefox', '--output', 'json'],
  { maxBuffer: 16_000_000 },
).catch((failure: { stdout: string }) => failure);
const found = v.parse(report, JSON.parse(stdout));
const own = found.warnings.filter(
  ({ code, file }) =>
    !libraryWarnings.some((known) => known.code === code && (file ?? '').includes(known.file)),
);
for (const { code, file } of [...found.errors, ...found.notices, ...own]) {
  console.error(`${code} in ${file ?? 'the package'}`);
}
console.log(
  `${found.errors.length} errors, ${found.notices.length} notices, ${own.length} warnings of our own, ` +
    `${found.warnings.length - own.length} known warnings of libraries`,
);
process.exitCode = found.errors.length + found.notices.length + own.length === 0 ? 0 : 1;
