import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface SourceFile {
  /** Path from the project's root. */
  readonly path: string;
  readonly text: string;
  /** What it imports or exports from, type-only ones included: paths from the root, or package names. */
  readonly imports: readonly { readonly target: string; readonly isType: boolean }[];
  /** Syntax tree as the parser gives it. */
  readonly program: unknown;
}

export function listFiles(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse`);
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    target: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null || moduleRequest === undefined
        ? []
        : [{ target: moduleRequest.value, isType }],
    ),
  );
  const dynamics = module.dynamicImports.map(({ moduleRequest }) => ({
    target: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    isType: false,
  }));
  const imports = [...statics, ...reexports, ...dynamics].map(({ target, isType }) => ({
    target: target.startsWith('.') ? relative('.', normalize(join(dirname(path), target))) : target,
    isType,
  }));
  return { path, text, imports, program };
}

export const sources: readonly SourceFile[] = listFiles('src', /\.tsx?$/)
  .filter((path) => !path.endsWith('.d.ts'))
  .map(readSource);

/** Calls back for every node of a syntax tree. */
export function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const record = node as Record<string, unknown>;
  if (typeof record['type'] === 'string') visit(record);
  for (const value of Object.values(record)) {
    if (typeof value === 'object' && value !== null) walk(value, visit);
  }
}
