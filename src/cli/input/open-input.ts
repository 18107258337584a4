import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { showArgument, UsageError } from '../usage.ts';

const chunkBytes = 1024 * 1024;

export interface Input {
  readonly chunks: AsyncIterable<string>;
  /** Bytes of the file; null for standard input. */
  readonly allBytes: number | null;
}

/**
 * Opens a file, or standard input for null. UTF-8 and, by its byte order mark, UTF-16 as Windows PowerShell writes it.
 * @throws UsageError
 */
export async function openInput(
  file: string | null,
  stdin: AsyncIterable<Uint8Array | string>,
  onBytes: (count: number) => void,
): Promise<Input> {
  if (file === null) return { chunks: decode(stdin, onBytes), allBytes: null };
  const info = await stat(file).catch(() => null);
  const name = showArgument(file);
  if (info === null) throw new UsageError(`${name} cannot be read: there is no such file`);
  if (info.isDirectory()) throw new UsageError(`${name} is a folder: inspect reads one file`);
  const stream = createReadStream(file, { highWaterMark: chunkBytes });
  return { chunks: decode(stream, onBytes), allBytes: info.size };
}

async function* decode(
  stream: AsyncIterable<Uint8Array | string>,
  onBytes: (count: number) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let start: Uint8Array = new Uint8Array();
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      onBytes(bytes.length);
      if (decoder === null) {
        start = Buffer.concat([start, bytes]);
        if (start.length < 2) continue;
        decoder = new TextDecoder(encodingOf(start));
        yield decoder.decode(start, { stream: true });
      } else yield decoder.decode(bytes, { stream: true });
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new UsageError('the file cannot be read');
    throw error;
  }
  yield decoder === null ? new TextDecoder().decode(start) : decoder.decode();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
