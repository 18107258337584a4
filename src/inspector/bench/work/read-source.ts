import { sha256 } from '@noble/hashes/sha2.js';
import { decodeText } from '../../../input/decode-text.ts';

/** Largest file that is read, bytes. */
export const maxFileBytes = 2 * 1024 ** 3;
/** How much of a file is in memory at once, bytes. */
export const sliceBytes = 1024 * 1024;

/** The file is a picture, an archive or a program. */
export class NotTextError extends Error {}
/** The browser does not give the file out: it went away, or changed. */
export class UnreadableError extends Error {}

/** A file that is read once, piece by piece. */
export interface OpenSource {
  readonly chunks: AsyncIterable<string>;
  /** SHA-256 of everything, hexadecimal, once it was read to its end; null before. */
  readonly sha256: () => string | null;
}

/**
 * Opens a file or a pasted text. Each piece is read when it is asked for, so whoever stops asking stops the reading.
 * @throws NotTextError, UnreadableError from its chunks
 */
export function openSource(source: Blob, onBytes: (count: number) => void): OpenSource {
  const hash = sha256.create();
  let digest: string | null = null;

  async function* slices(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < source.size; at += sliceBytes) {
      const bytes = await readSlice(source, at);
      if (at === 0 && isBinary(bytes)) throw new NotTextError();
      hash.update(bytes);
      onBytes(bytes.length);
      yield bytes;
    }
    digest = toHex(hash.digest());
  }
  return { chunks: decodeText(slices()), sha256: () => digest };
}

async function readSlice(source: Blob, at: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.slice(at, at + sliceBytes).arrayBuffer());
  } catch {
    throw new UnreadableError();
  }
}

/** No text holds a zero byte, but UTF-16, which says so by its byte order mark. */
function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !isUtf16 && (isArchive(bytes) || bytes.subarray(0, 4096).includes(0));
}

/** ZIP (`PK`), gzip (RFC 1952 section 2.3.1) and PDF begin like this, and a short one may hold no zero byte. */
function isArchive([a, b, c, d]: Uint8Array): boolean {
  const isZip = a === 0x50 && b === 0x4b && (c ?? 0) < 9 && (d ?? 0) < 9;
  const isGzip = a === 0x1f && b === 0x8b;
  const isPdf = a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46;
  return isZip || isGzip || isPdf;
}

const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
