const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The text of base64 or base64url as UTF-8; letters of neither alphabet are passed over, what follows padding is left out. */
export function readBase64Text(text: string): string {
  return decoder.decode(readBase64(text));
}

/** Hexadecimal form of base64url. */
export const base64ToHex = (text: string): string =>
  [...readBase64(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function readBase64(text: string): Uint8Array {
  const [start = ''] = text.split('=', 1);
  const letters = start
    .replace(/[^\w+/-]/g, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/');
  // A single letter at the end holds no whole byte.
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  return Uint8Array.from(atob(whole), (letter) => letter.charCodeAt(0));
}

/** A text of its own: a piece that was cut out of a longer text keeps all of it in memory. */
export const copyText = (text: string): string => decoder.decode(encoder.encode(text));
