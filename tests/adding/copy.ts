import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const parts = [
  'src',
  'tools',
  'tests',
  'public',
  'docs',
  'locales',
  'manifest.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
];

/** A copy of the project in which a newcomer's change can be tried. */
export interface Copy {
  readonly write: (path: string, content: string) => void;
  readonly read: (path: string) => string;
  /** Puts a line before the first occurrence of a text. */
  readonly addLine: (path: string, line: string, before: string) => void;
  /** Runs a program of the project and returns its code and output. */
  readonly run: (
    name: string,
    ...args: string[]
  ) => { readonly code: number; readonly text: string };
  readonly remove: () => void;
}

export function copyProject(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-copy-'));
  for (const part of parts) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, content: string) => writeFileSync(join(folder, path), content);
  return {
    read,
    write,
    addLine(path, line, before) {
      const text = read(path);
      if (!text.includes(before)) throw new Error(`${path} has no ${before}`);
      write(path, text.replace(before, `${line}\n${before}`));
    },
    run(name, ...args) {
      const { status, stdout, stderr } = spawnSync(join('node_modules/.bin', name), args, {
        cwd: folder,
        encoding: 'utf8',
      });
      return { code: status ?? 1, text: `${stdout}${stderr}` };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
