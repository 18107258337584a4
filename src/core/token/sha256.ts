/** FIPS 180-4 section 4.2.2. */
const constants = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** FIPS 180-4 section 5.3.3. */
const start = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

const blockBytes = 64;
/** Reused, because a hash ends before the next one begins. */
const schedule = new Int32Array(64);

/**
 * SHA-256 (FIPS 180-4 section 6.2) without waiting. The browser's own answers from another thread, which for the length of a
 * token takes several times as long as the hash and would be half of what a new token costs. Some 6 ns a byte.
 */
export function hashBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const state = new Int32Array(start);
  const whole = bytes.length - (bytes.length % blockBytes);
  digestBlocks(state, bytes, whole);
  const rest = bytes.length - whole;
  // The message, one bit, zeros, and its length in bits in the last eight bytes (section 5.1.1).
  const last = new Uint8Array(rest < blockBytes - 8 ? blockBytes : 2 * blockBytes);
  last.set(bytes.subarray(whole));
  last[rest] = 0x80;
  const view = new DataView(last.buffer);
  view.setUint32(last.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(last.length - 4, (bytes.length << 3) >>> 0);
  digestBlocks(state, last, last.length);
  const hash = new DataView(new ArrayBuffer(32));
  for (let word = 0; word < 8; word++) hash.setInt32(word * 4, state[word] ?? 0);
  return new Uint8Array(hash.buffer);
}

/** Section 6.2.2, over the first `length` bytes, a multiple of 64. */
function digestBlocks(state: Int32Array, bytes: Uint8Array, length: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (word: number): number => state[word] ?? 0;
  for (let block = 0; block < length; block += blockBytes) {
    prepareSchedule(view, block);
    let a = at(0);
    let b = at(1);
    let c = at(2);
    let d = at(3);
    let e = at(4);
    let f = at(5);
    let g = at(6);
    let h = at(7);
    for (let round = 0; round < 64; round++) {
      const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const choice = (e & f) ^ (~e & g);
      const next = (h + sum1 + choice + (constants[round] ?? 0) + (schedule[round] ?? 0)) | 0;
      const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const majority = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = (d + next) | 0;
      d = c;
      c = b;
      b = a;
      a = (next + sum0 + majority) | 0;
    }
    state[0] = at(0) + a;
    state[1] = at(1) + b;
    state[2] = at(2) + c;
    state[3] = at(3) + d;
    state[4] = at(4) + e;
    state[5] = at(5) + f;
    state[6] = at(6) + g;
    state[7] = at(7) + h;
  }
}

function prepareSchedule(view: DataView, block: number): void {
  for (let word = 0; word < 16; word++) schedule[word] = view.getInt32(block + word * 4);
  for (let word = 16; word < 64; word++) {
    const x = schedule[word - 15] ?? 0;
    const y = schedule[word - 2] ?? 0;
    const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[word] = (sigma0 + (schedule[word - 7] ?? 0) + sigma1 + (schedule[word - 16] ?? 0)) | 0;
  }
}
