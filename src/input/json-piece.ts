/** Gathers the text of one value, however many chunks it spans. */
export function createPiece(limit: number) {
  let kind: 'none' | 'nested' | 'text' | 'word' = 'none';
  let isName = false;
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  let pieces: string[] = [];
  let length = 0;

  return {
    isOpen: () => kind !== 'none',
    isName: () => isName,
    /** Whether the end of the file may end it: a number or a word needs no closing. */
    endsWithText: () => kind === 'word',
    open(letter: string, asName: boolean): void {
      kind = letter === '"' ? 'text' : letter === '{' || letter === '[' ? 'nested' : 'word';
      isName = asName;
      depth = 0;
      isInText = false;
      isEscaped = false;
      pieces = [];
      length = 0;
    },
    /** Takes letters until the value ends; says where it stopped. */
    take(chunk: string, from: number): number {
      const end = findEnd(chunk, from);
      length += end - from;
      // A piece that is too large is passed over without being kept.
      if (length <= limit) pieces.push(chunk.slice(from, end));
      else pieces = [];
      return end;
    },
    /** The text, or null when it was too large. */
    finish(): string | null {
      const text = length <= limit ? pieces.join('') : null;
      kind = 'none';
      pieces = [];
      return text;
    },
  };

  function findEnd(chunk: string, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (code === 0x5c) isEscaped = true;
        else if (code === 0x22) {
          isInText = false;
          if (depth === 0) return ended(at + 1);
        }
      } else if (code === 0x22) isInText = true;
      else if (code === 0x7b || code === 0x5b) depth++;
      else if (code === 0x7d || code === 0x5d) {
        if (kind === 'word') return ended(at);
        depth--;
        if (depth === 0) return ended(at + 1);
      } else if (kind === 'word' && (code === 0x2c || code <= 0x20)) return ended(at);
    }
    return chunk.length;
  }

  function ended(at: number): number {
    kind = 'none';
    return at;
  }
}
