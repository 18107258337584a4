import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PolicyUnavailable } from './chromium-policy.ts';

/** Firefox looks here first, and at no other file when there is one. */
const systemPolicies = '/etc/firefox/policies/policies.json';
/** Where distributions put the program when what stands in PATH is a script of theirs. */
const usualPrograms: readonly string[] = [
  '/usr/lib/firefox-esr/firefox-esr',
  '/usr/lib/firefox/firefox',
];

/**
 * A Firefox for which an organisation's `policies.json` holds, and for no other one of this machine: it reads the file beside its program,
 * so the program is put into a folder of the caller, with links to everything that belongs to it. Returns the program's path.
 * Source: https://mozilla.github.io/policy-templates/ (read 2026-11-29).
 * @throws PolicyUnavailable where the program is not found, or the machine has policies of its own
 */
export function manageFirefox(
  browserPath: string,
  folder: string,
  policies: Readonly<Record<string, unknown>>,
  ofSystem: string = systemPolicies,
  elsewhere: readonly string[] = usualPrograms,
): string {
  const program = [realpathSync(browserPath), ...elsewhere].find(isProgram);
  if (program === undefined) {
    throw new PolicyUnavailable(`${browserPath} is not the program of Firefox itself`);
  }
  if (existsSync(ofSystem)) throw new PolicyUnavailable(`${ofSystem} stands before any other`);
  const home = dirname(program);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(home)) {
    if (name !== basename(program) && name !== 'distribution') {
      symlinkSync(join(home, name), join(folder, name));
    }
  }
  const own = join(folder, basename(program));
  copyFileSync(program, own);
  mkdirSync(join(folder, 'distribution'));
  writeFileSync(join(folder, 'distribution', 'policies.json'), JSON.stringify({ policies }));
  return own;
}

/** Its largest part stands beside it on Linux; elsewhere programs are laid out in another way. */
const isProgram = (path: string): boolean => existsSync(join(dirname(path), 'libxul.so'));
