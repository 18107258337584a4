/** Longest label that DNS allows, octets (RFC 1035 section 2.3.4); no longer one is decoded. */
export const maxLabelLength = 63;

/** Parameters of RFC 3492 section 5. */
const base = 36;
const minThreshold = 1;
const maxThreshold = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialPoint = 0x80;
const lastPoint = 0x10ffff;

/**
 * The letters that an internationalised label stands for (RFC 3492 section 6.2), so that they can be compared with what they look
 * like. A label that is none, is too long or breaks the standard comes back as it is: it then looks like nothing.
 */
export function decodeLabel(label: string): string {
  if (!label.startsWith('xn--') || label.length > maxLabelLength) return label;
  return decode(label.slice('xn--'.length)) ?? label;
}

function decode(text: string): string | null {
  const basicEnd = text.lastIndexOf('-');
  const points = [...text.slice(0, Math.max(0, basicEnd))].map((letter) => letter.charCodeAt(0));
  let [point, index, bias] = [initialPoint, 0, initialBias];
  let at = basicEnd < 0 ? 0 : basicEnd + 1;
  while (at < text.length) {
    const start = index;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit === null) return null;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, minThreshold), maxThreshold);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > lastPoint * maxLabelLength) return null;
    }
    const length = points.length + 1;
    bias = adapt(index - start, length, start === 0);
    point += Math.floor(index / length);
    if (point > lastPoint || (point >= 0xd800 && point <= 0xdfff)) return null;
    points.splice(index % length, 0, point);
    index = (index % length) + 1;
  }
  return String.fromCodePoint(...points);
}

/** Section 5: letters are 0 to 25, digits 26 to 35; NaN past the end of the text is none. */
function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : null;
}

/** Section 6.1. */
function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((base - minThreshold) * maxThreshold) / 2; k += base) {
    rest = Math.floor(rest / (base - minThreshold));
  }
  return k + Math.floor(((base - minThreshold + 1) * rest) / (rest + skew));
}
