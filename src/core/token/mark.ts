const encoder = new TextEncoder();
/** One buffer for all calls; as long as the longest credential that is read. */
const words = new Uint32Array(16_384);
const bytes = new Uint8Array(words.buffer);

/**
 * A mark of a text: 53 bits that differ for nearly every other text. NOT cryptographic: someone who chooses both texts can make
 * their marks equal. It serves where equality excuses and differing is what tells something, because a SHA-256 would cost half
 * of a signature check. Texts with differing marks always differ. Looks at the first 65,536 bytes and the length; a token's
 * takes about two microseconds. Not the same on machines of another byte order.
 */
export function markText(text: string): number {
  const { written } = encoder.encodeInto(text, bytes);
  let first = 0x9e3779b1 ^ text.length;
  let second = 0x85ebca6b ^ written;
  for (let at = written; at % 4 !== 0; at++) bytes[at] = 0;
  const end = Math.ceil(written / 4);
  for (let at = 0; at < end; at++) {
    const word = words[at] ?? 0;
    first = Math.imul(first ^ word, 0x5bd1e995);
    first ^= first >>> 15;
    second = Math.imul(second ^ word, 0x1b873593);
    second ^= second >>> 13;
  }
  first = Math.imul(first ^ (first >>> 16), 0xc2b2ae35);
  second = Math.imul(second ^ (second >>> 16), 0xc2b2ae35);
  return ((first ^ (first >>> 15)) >>> 0) * 2 ** 21 + ((second ^ (second >>> 15)) >>> 11);
}
