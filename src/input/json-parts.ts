import { createPiece } from './json-piece.ts';

/** A piece of a JSON text, read apart from the rest. */
export interface JsonPart {
  readonly path: readonly (string | number)[];
  /** Undefined when it is larger than `maxPartCharacters`. */
  readonly value: unknown;
}

/** Largest piece that is read at once, characters: one entry of a HAR file with the content of its answer. */
export const maxPartCharacters = 128 * 1024 * 1024;
/** A value within a list or object of these names is read entry by entry, so that no list is ever in memory as a whole. */
const opened = new Set(['har', 'log', 'entries', 'requests']);
const maxOpenDepth = 4;

/** The text is no JSON, or ends too early. What stood before that has been read. */
export class BrokenJsonError extends Error {}

type Frame = {
  readonly isList: boolean;
  readonly path: readonly (string | number)[];
  index: number;
};

interface State {
  /** What may come next. */
  expects: 'value' | 'first' | 'name' | 'colon' | 'comma' | 'nothing';
  /** Name of the member whose value comes next. */
  name: string;
}

const space = /\s/;
const quote = '"';

/**
 * Reads a JSON text piece by piece, in memory bounded by its largest piece. Every piece is parsed strictly; between them only
 * the brackets, names, commas and colons of the opened lists and objects are allowed.
 * @throws BrokenJsonError
 */
export async function* readJsonParts(
  chunks: AsyncIterable<string>,
  limit = maxPartCharacters,
): AsyncGenerator<JsonPart> {
  const frames: Frame[] = [];
  const state: State = { expects: 'value', name: '' };
  const piece = createPiece(limit);

  for await (const chunk of chunks) {
    let at = 0;
    while (at < chunk.length) {
      if (piece.isOpen()) {
        at = piece.take(chunk, at);
        if (!piece.isOpen()) {
          const part = close();
          if (part) yield part;
        }
        continue;
      }
      const letter = chunk.charAt(at);
      if (space.test(letter)) at++;
      else at = step(letter, at);
    }
  }
  if (piece.isOpen() && frames.length === 0 && piece.endsWithText()) {
    const part = close();
    if (part) yield part;
  }
  if (state.expects !== 'nothing') throw new BrokenJsonError();

  /** Deals with one letter between pieces; says where to go on. */
  function step(letter: string, at: number): number {
    const frame = frames.at(-1);
    if (
      letter === (frame?.isList ? ']' : '}') &&
      frame &&
      (state.expects === 'first' || state.expects === 'comma')
    ) {
      frames.pop();
      state.expects = frames.length === 0 ? 'nothing' : 'comma';
      return at + 1;
    }
    if (letter === ',' && state.expects === 'comma' && frame) {
      frame.index++;
      state.expects = frame.isList ? 'value' : 'name';
      return at + 1;
    }
    if (letter === ':' && state.expects === 'colon') {
      state.expects = 'value';
      return at + 1;
    }
    const isName =
      frame?.isList === false && (state.expects === 'first' || state.expects === 'name');
    if (isName ? letter !== quote : state.expects !== 'value' && state.expects !== 'first') {
      throw new BrokenJsonError();
    }
    if (!isName && (letter === '{' || letter === '[') && opens(letter)) {
      frames.push({ isList: letter === '[', path: pathOfValue(), index: 0 });
      state.expects = 'first';
      return at + 1;
    }
    piece.open(letter, isName);
    return at;
  }

  function opens(letter: string): boolean {
    const path = pathOfValue();
    if (path.length === 0) return true;
    const last = path.at(-1);
    return (
      path.length <= maxOpenDepth &&
      typeof last === 'string' &&
      opened.has(last) &&
      path.every((step) => typeof step === 'string') &&
      (letter === '[') === (last === 'entries' || last === 'requests')
    );
  }

  function pathOfValue(): readonly (string | number)[] {
    const frame = frames.at(-1);
    return frame ? [...frame.path, frame.isList ? frame.index : state.name] : [];
  }

  /** The piece is complete: a name is kept, a value is handed out. */
  function close(): JsonPart | null {
    const isName = piece.isName();
    const text = piece.finish();
    const value = text === null ? undefined : parse(text);
    if (isName) {
      if (typeof value !== 'string') throw new BrokenJsonError();
      state.name = value;
      state.expects = 'colon';
      return null;
    }
    const path = pathOfValue();
    state.expects = frames.length === 0 ? 'nothing' : 'comma';
    return { path, value };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes its input.
    throw new BrokenJsonError();
  }
}
