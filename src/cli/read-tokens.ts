import { type FoundToken, foundAt } from './input/found.ts';

/** Longest file that is read, characters. */
export const maxCharacters = 512 * 1024 * 1024;
const maxDepth = 12;
const scheme = /^(?:bearer|dpop|pop)\s+/i;

/**
 * Finds credentials in a text: one a line, or a HAR file, a SAML-tracer export or an MSAL cache (JSON of any shape whose entries
 * carry `secret`). Refresh tokens are left out: they are nobody's to judge.
 */
export function findTokens(text: string): readonly FoundToken[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    const value = parseJson(trimmed);
    if (value !== undefined) return findInJson(value);
  }
  return trimmed.split(/\r?\n/).flatMap((line, index) => {
    const credential = line
      .trim()
      .replace(/^authorization:\s*/i, '')
      .replace(scheme, '');
    return credential === '' ? [] : [foundAt(`line ${index + 1}`, credential)];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function findInJson(value: unknown): readonly FoundToken[] {
  const found: FoundToken[] = [];
  walk(value, '', null, 0, found);
  return found;
}

function walk(
  value: unknown,
  place: string,
  host: string | null,
  depth: number,
  found: FoundToken[],
): void {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return;
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      walk(entry, `${place}[${index}]`, host, depth + 1, found);
    }
    return;
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const ownHost = hostOf(members.get('url') ?? memberUrl(members.get('request'))) ?? host;
  found.push(...headerTokens(members, place, ownHost), ...cacheTokens(members, place));
  for (const [name, entry] of members) {
    // Member names of caches hold account names, so the place counts them instead.
    walk(
      entry,
      `${place}.${/^[a-zA-Z]{1,24}$/.test(name) ? name : '*'}`,
      ownHost,
      depth + 1,
      found,
    );
  }
}

function headerTokens(
  members: ReadonlyMap<string, unknown>,
  place: string,
  host: string | null,
): FoundToken[] {
  const name = members.get('name');
  const value = members.get('value');
  if (typeof name !== 'string' || typeof value !== 'string') return [];
  if (name.toLowerCase() !== 'authorization' || !scheme.test(value)) return [];
  return [{ ...foundAt(place, value.replace(scheme, '').trim()), host }];
}

function cacheTokens(members: ReadonlyMap<string, unknown>, place: string): FoundToken[] {
  const secret = members.get('secret');
  const kind = String(members.get('credential_type') ?? members.get('credentialType') ?? '');
  if (typeof secret !== 'string' || /refresh/i.test(kind)) return [];
  return [foundAt(place, secret)];
}

const memberUrl = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'url' in value ? value.url : undefined;

function hostOf(url: unknown): string | null {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname || null : null;
}
