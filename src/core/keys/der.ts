/** One element of DER (X.690 section 8.1): its tag, and where its content begins and ends. */
export interface DerElement {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

export const derSequence = 0x30;

/** The element at a place, inside its bounds; null when it does not fit. */
export function readElement(der: Uint8Array, at: number, limit: number): DerElement | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return null;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (lengthBytes > 3) return null;
  let length = lengthBytes === 0 ? first : 0;
  for (let i = 0; i < lengthBytes; i++) length = length * 256 + (der[at + 2 + i] ?? 0);
  const start = at + 2 + lengthBytes;
  const end = start + length;
  return end <= limit ? { tag, start, end } : null;
}

/** The first `most` elements that an element holds; fewer when there are no more, or one does not fit. */
export function readChildren(
  der: Uint8Array,
  { start, end }: DerElement,
  most: number,
): readonly DerElement[] {
  const children: DerElement[] = [];
  let at = start;
  while (children.length < most) {
    const child = readElement(der, at, end);
    if (child === null) break;
    children.push(child);
    at = child.end;
  }
  return children;
}
