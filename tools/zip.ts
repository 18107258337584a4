import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive: its path, with forward slashes, and what is in it. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
}

/** 1980-01-01 00:00, the first time that the format knows: with one fixed time, equal contents make equal archives. */
const date = 0x21;
const deflated = 8;
const stored = 0;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16) in the order of the entries, packed as tightly as zlib can, which
 * is a few per cent tighter than what smaller libraries do. No archive here is near the sizes for which the format has extensions.
 */
export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const name = new TextEncoder().encode(path);
    const packed = deflateRawSync(content, { level: 9, memLevel: 9 });
    const isSmaller = packed.length < content.length;
    const data = isSmaller ? packed : content;
    // Version needed, flags (names are UTF-8), method, time, date, check sum, both sizes, lengths of name and extra field.
    const common = fields([
      [2, 20],
      [2, 0x800],
      [2, isSmaller ? deflated : stored],
      [2, 0],
      [2, date],
      [4, crc32(content)],
      [4, data.length],
      [4, content.length],
      [2, name.length],
      [2, 0],
    ]);
    const head = Buffer.concat([fields([[4, 0x04034b50]]), common, name, data]);
    // Comment length, disk, attributes, and where the entry begins.
    const place = fields([
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ]);
    directory.push(
      Buffer.concat([
        fields([
          [4, 0x02014b50],
          [2, 20],
        ]),
        common,
        place,
        name,
      ]),
    );
    parts.push(head);
    offset += head.length;
  }
  const list = Buffer.concat(directory);
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, list.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...parts, list, end]);
}

/** Little-endian numbers, each with its length in bytes. */
function fields(numbers: readonly (readonly [2 | 4, number])[]): Uint8Array {
  return Buffer.concat(
    numbers.map(([length, value]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}
