import { runInspect } from '../../src/cli/inspect-command.ts';
import { runKeys } from '../../src/cli/keys-command.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Report } from '../../src/input/report.ts';

export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandInput {
  readonly stdin?: string;
  readonly stdout?: Terminal['stdout'];
  readonly isErrorTerminal?: boolean;
  readonly environment?: Terminal['environment'];
  readonly nowMs?: number;
  /** Ctrl-C comes after this many lines of the result. */
  readonly interruptAfter?: number;
}

/** Runs `countersign inspect` in this process. Errors are thrown as the entry would get them. */
export const runInspectCommand = (
  args: readonly string[],
  input: CommandInput = {},
): Promise<CommandResult> => run(runInspect, args, input);

/** Runs `countersign keys` likewise. */
export const runKeysCommand = (args: readonly string[]): Promise<CommandResult> =>
  run(runKeys, args, {});

async function run(
  command: (args: readonly string[], terminal: Terminal) => Promise<number>,
  args: readonly string[],
  input: CommandInput,
): Promise<CommandResult> {
  const out: string[] = [];
  const told: string[] = [];
  let interrupt = () => {};
  const status = await command(args, {
    stdin: once(input.stdin ?? ''),
    print: (line) => {
      out.push(`${line}\n`);
      if (out.length === input.interruptAfter) interrupt();
    },
    tell: (line) => told.push(`${line}\n`),
    stdout: input.stdout ?? {},
    stderr: { isTTY: input.isErrorTerminal === true, write: (text) => told.push(text) },
    environment: input.environment ?? {},
    nowMs: () => input.nowMs ?? Date.parse('2026-11-24T12:01:00Z'),
    onInterrupt: (callback) => {
      interrupt = callback;
      return () => {};
    },
  });
  return { status, stdout: out.join(''), stderr: told.join('') };
}

export const reportsOf = ({ stdout }: CommandResult): readonly Report[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Report => JSON.parse(line));

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
