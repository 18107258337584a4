import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decodeText } from '../input/decode-text.ts';
import { showArgument, UsageError } from './usage.ts';

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
  if (file === null) return { chunks: decodeText(readBytes(stdin, onBytes)), allBytes: null };
  const info = await stat(file).catch(() => null);
  const name = showArgument(file);
  if (info === null) throw new UsageError(`${name} cannot be read: there is no such file`);
  if (info.isDirectory()) throw new UsageError(`${name} is a folder: inspect reads one file`);
  const stream = createReadStream(file, { highWaterMark: chunkBytes });
  return { chunks: decodeText(readBytes(stream, onBytes)), allBytes: info.size };
}

async function* readBytes(
  stream: AsyncIterable<Uint8Array | string>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      onBytes(bytes.length);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new UsageError('the file cannot be read');
    throw error;
  }
}
