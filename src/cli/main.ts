import packageFile from '../../package.json' with { type: 'json' };
import { redactText } from '../core/index.ts';
import { exitCodes } from './exit-codes.ts';
import { runInspect } from './inspect-command.ts';
import { runKeys } from './keys-command.ts';
import { processTerminal } from './terminal.ts';
import { inspectUsage, keysUsage, UsageError, usage } from './usage.ts';
import { makeVisible } from './visible-text.ts';

/** Entry of the command line: `countersign inspect` and `countersign keys`. */
const [command, ...rest] = process.argv.slice(2);
const wantsHelp = rest.includes('--help') || rest.includes('-h');

// Whoever reads the output may stop reading, as `head` does: there is nobody left to tell.
process.stdout.on('error', () => process.exit());

try {
  process.exitCode = await run();
  // What is still awaited, such as the rest of standard input, nobody wants any more.
  if (process.exitCode === exitCodes.stopped) process.exit();
} catch (error) {
  // Only sentences of our own reach people: texts of other errors can hold input.
  const isOurs = error instanceof UsageError;
  // A token given in the place of a file or an option stands in the sentence.
  console.error(
    isOurs
      ? makeVisible(redactText(error.message))
      : 'countersign failed because of an error of its own',
  );
  process.exitCode = exitCodes.failed;
}

async function run(): Promise<number> {
  switch (command) {
    case 'inspect':
      return wantsHelp ? print(inspectUsage) : runInspect(rest, processTerminal);
    case 'keys':
      return wantsHelp ? print(keysUsage) : runKeys(rest, processTerminal);
    case '--help':
    case '-h':
    case 'help':
      return print(usage);
    case '--version':
    case '-v':
      return print(packageFile.version);
    default:
      console.error(usage);
      return exitCodes.failed;
  }
}

function print(text: string): number {
  console.log(text);
  return exitCodes.fine;
}
