/** What a command has around it: its streams, its environment and the time. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Writes a line of the result. */
  readonly print: (line: string) => void;
  /** Writes a line for people beside the result. */
  readonly tell: (line: string) => void;
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: { readonly isTTY?: boolean; readonly write: (text: string) => unknown };
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly nowMs: () => number;
  /** Calls back for the first Ctrl-C, until the returned function is called; a second one ends the program at once. */
  readonly onInterrupt: (callback: () => void) => () => void;
}

export const processTerminal: Terminal = {
  stdin: process.stdin,
  print: (line) => console.log(line),
  tell: (line) => console.error(line),
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  nowMs: Date.now,
  onInterrupt(callback) {
    process.once('SIGINT', callback);
    return () => process.removeListener('SIGINT', callback);
  },
};
