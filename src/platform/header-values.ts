import type { WebRequest } from 'webextension-polyfill';

/**
 * Values of the header of this name (RFC 9110 section 5.1: in any case). Runs for every header of every request of a webmail, so only
 * names of the right length are compared.
 */
export function readHeaderValues(
  headers: WebRequest.HttpHeaders | undefined,
  lowerName: string,
): string[] {
  const values: string[] = [];
  if (headers === undefined) return values;
  for (const { name, value } of headers) {
    if (name.length !== lowerName.length || value === undefined) continue;
    if (name.toLowerCase() === lowerName) values.push(value);
  }
  return values;
}
