import type { Terminal } from './terminal.ts';
import { makeVisible } from './visible-text.ts';

/** How lines are set for people. */
export interface Style {
  readonly width: number;
  readonly hasColour: boolean;
}

/** Without a terminal to ask, lines are as long as in this project's own texts. */
const defaultWidth = 100;
const leastWidth = 40;

/** Colour only on a terminal, and only when nobody said no (https://no-color.org, read 2026-11-24). */
export function styleFor({ stdout, environment }: Pick<Terminal, 'stdout' | 'environment'>): Style {
  const isRefused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  return {
    width: Math.max(leastWidth, stdout.columns ?? defaultWidth),
    hasColour: stdout.isTTY === true && !isRefused,
  };
}

export type Colour = 'green' | 'yellow' | 'red' | 'grey';

const codes: Readonly<Record<Colour, number>> = { green: 32, yellow: 33, red: 31, grey: 90 };

export const paint = (text: string, colour: Colour, { hasColour }: Style): string =>
  hasColour ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text;

/**
 * Sets a text after a beginning, in lines of the style's width; further lines are indented as far as the beginning is long. A word
 * that is longer than a line is cut into several.
 */
export function setLines(start: string, text: string, { width }: Style): readonly string[] {
  const room = Math.max(leastWidth / 2, width - start.length);
  const lines: string[] = [];
  let line = '';
  for (const word of makeVisible(text).split(/ +/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= room) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (line.length > room) {
      lines.push(line.slice(0, room));
      line = line.slice(room);
    }
  }
  return [...lines, line].map((one, index) =>
    index === 0 ? `${start}${one}` : `${' '.repeat(start.length)}${one}`,
  );
}
