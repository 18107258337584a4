/**
 * Decodes a file that arrives in pieces: UTF-8 and, by its byte order mark, UTF-16 as Windows PowerShell writes it. What is neither
 * becomes replacement characters, never an error.
 */
export async function* decodeText(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let start: Uint8Array = new Uint8Array();
  for await (const bytes of stream) {
    if (decoder === null) {
      start = join(start, bytes);
      if (start.length < 2) continue;
      decoder = new TextDecoder(encodingOf(start));
      yield decoder.decode(start, { stream: true });
    } else yield decoder.decode(bytes, { stream: true });
  }
  yield decoder === null ? new TextDecoder().decode(start) : decoder.decode();
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
