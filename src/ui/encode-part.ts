/** A text as a part of an address. Half a character, at which `encodeURIComponent` throws, is a replacement character. */
export const encodePart = (text: string): string =>
  encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(text)));
