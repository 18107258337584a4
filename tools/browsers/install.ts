import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { run } from '../run.ts';
import { type BrowserName, type FoundBrowser, findBrowser } from './find.ts';

/** Debian's package for a browser; the branded ones have none. */
const packages: Partial<Record<BrowserName, string>> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};

/**
 * A browser out of the named ones: the first installed, or one that is installed now where this system allows it. On a
 * terminal the person is asked first; without one only root and CI install by themselves.
 * @throws Error with one sentence that says exactly what to do
 */
export async function provideBrowser(names: readonly BrowserName[]): Promise<FoundBrowser> {
  const found = findBrowser(names);
  if (found) return found;
  const wanted = names.find((name) => packages[name] !== undefined);
  const name = wanted === undefined ? undefined : packages[wanted];
  const advice = `No ${names.join(', ')} was found. Install one and run this again`;
  if (name === undefined || !hasApt()) throw new Error(`${advice}.`);
  const isRoot = process.getuid?.() === 0;
  const command = `${isRoot ? '' : 'sudo '}apt-get install -y ${name}`;
  if (!(await mayInstall(name, isRoot))) throw new Error(`${advice}, for example with: ${command}`);
  const steps = [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', name],
  ];
  for (const step of steps) {
    const [program = '', ...rest] = isRoot ? step : ['sudo', ...step];
    console.log(`> ${[program, ...rest].join(' ')}`);
    const code = await run(program, rest, { DEBIAN_FRONTEND: 'noninteractive' });
    if (code !== 0)
      throw new Error(`Installing ${name} failed. ${advice}, for example with: ${command}`);
  }
  const installed = findBrowser(names);
  if (!installed) throw new Error(`${name} was installed but its program was not found.`);
  return installed;
}

/** Debian's family; Ubuntu's own packages of the browsers are only links to its other store, yet install them. */
function hasApt(): boolean {
  if (!existsSync('/etc/os-release') || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function mayInstall(name: string, isRoot: boolean): Promise<boolean> {
  if (process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(
      `No browser was found. Install ${name} with apt-get? [y/N] `,
    );
    terminal.close();
    return /^y(es)?$/i.test(answer.trim());
  }
  return isRoot || process.env['CI'] === 'true';
}
