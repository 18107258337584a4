import type { Terminal } from './terminal.ts';

/** Progress is told this often, milliseconds: in place on a terminal, on lines of its own in a log. */
const terminalMs = 200;
const logMs = 2_000;

/** Tells how far the work is, on the error stream: to people at a terminal, or to whoever asks with `--progress`. */
export interface Progress {
  readonly addBytes: (count: number) => void;
  readonly setAllBytes: (count: number | null) => void;
  /** `all`: null while it is not known. */
  readonly judged: (done: number, all: number | null) => void;
  /** Ends the line, so that what follows begins on its own. */
  readonly end: () => void;
}

export function createProgress(
  { stderr: stream, nowMs }: Pick<Terminal, 'stderr' | 'nowMs'>,
  isAskedFor: boolean,
): Progress {
  const isTerminal = stream.isTTY === true;
  let bytes = 0;
  let allBytes: number | null = null;
  let toldAtMs = nowMs();
  let isLineOpen = false;

  function tell(sentence: string): void {
    if (!isTerminal && !isAskedFor) return;
    const now = nowMs();
    if (now - toldAtMs < (isTerminal ? terminalMs : logMs)) return;
    toldAtMs = now;
    isLineOpen = isTerminal;
    stream.write(isTerminal ? `\r${sentence.padEnd(48)}` : `${sentence}\n`);
  }

  return {
    addBytes(count) {
      bytes += count;
      tell(`read ${megabytes(bytes)}${allBytes === null ? '' : ` of ${megabytes(allBytes)}`} MB`);
    },
    setAllBytes: (count) => {
      allBytes = count;
    },
    judged: (done, all) => tell(`judged ${done}${all === null ? '' : ` of ${all}`}`),
    end() {
      if (isLineOpen) stream.write('\n');
      isLineOpen = false;
    },
  };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
