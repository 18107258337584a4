const encoder = new TextEncoder();
/** One buffer for all calls; as long as the longest credential that is read. */
const words = new Uint32Array(16_384);
const bytes = new Uint8Array(words.buffer);

/**
 * A mark of a text: 53 bits that differ for nearly every other text. NOT cryptographic: someone who chooses both texts can make
 * their marks equal. It serves where equality excuses and differing is what tells something, because a SHA-256 would cost half
 * of a signature check. Texts with differing marks always differ. Looks at the first 65,536 bytes and the length; a token's
 * takes about a microsecond. Not the same on machines of another byte order.
 */
export function markText(text: string): number {
  const { written } = encoder.encodeInto(text, bytes);
  const end = Math.ceil(written / 8) * 2;
  bytes.fill(0, written, end * 4);
  // Every word goes into two of four sums, side by side, because each step of one has to wait for the step before.
  let first = 0x9e3779b1 ^ text.length;
  let second = 0x85ebca6b ^ written;
  let third = 0xc2b2ae35;
  let fourth = 0x27d4eb2f;
  for (let at = 0; at < end; at += 2) {
    const even = words[at] ?? 0;
    const odd = words[at + 1] ?? 0;
    first = step(first, even);
    second = step(second, odd);
    third = otherStep(third, even);
    fourth = otherStep(fourth, odd);
  }
  const high = otherStep(step(first, second), fourth);
  const low = step(otherStep(third, fourth), second);
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

/** No two words lead from one sum to the same next one. */
function step(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}

function otherStep(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, 0x1b873593);
  return mixed ^ (mixed >>> 13);
}
