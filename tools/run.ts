import { spawn } from 'node:child_process';

/** Runs a program with its output shown; resolves with its exit code. Throws when it cannot be started. */
export function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program of the project's own `node_modules`. */
export function runLocal(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return run(`node_modules/.bin/${name}`, args, environment);
}

/** Prints what is being done and ends the program when it fails. */
export async function step(title: string, work: () => Promise<number>): Promise<void> {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const code = await work();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    console.error(`${title}: failed after ${seconds} s`);
    process.exit(code);
  }
  console.log(`${title}: done in ${seconds} s`);
}
