import { redactText } from '../../../core/index.ts';
import { readBase64Text } from '../../../input/bytes.ts';
import { parseJson } from '../../../input/json.ts';
import type { TokenGuard } from '../../../input/token-guard.ts';

/** Longest header or claims part that is shown, letters of base64url. */
export const maxShownPart = 65_536;
/** Deepest level of a claim that is shown. */
const maxDepth = 6;

/**
 * Header and claims of a credential, decoded for being shown; checks nothing. Null where there is none that can be read. Tokens inside
 * it, and whatever repeats a part of a token, are taken out.
 */
export function decodeForPeople(
  credential: string | null,
  guard: TokenGuard,
): { readonly header: unknown; readonly claims: unknown } {
  const parts = credential?.split('.') ?? [];
  if (parts.length < 2 || parts.length > 5) return { header: null, claims: null };
  const [header = '', claims = ''] = parts;
  return { header: read(header), claims: parts.length === 5 ? null : read(claims) };

  function read(part: string): unknown {
    const value = part.length > maxShownPart ? undefined : parseJson(readBase64Text(part));
    return typeof value === 'object' && value !== null ? clean(value, 0) : null;
  }

  function clean(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return guard.clean(redactText(value));
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= maxDepth) return '…';
    if (Array.isArray(value)) return value.map((entry) => clean(entry, depth + 1));
    // Without a prototype, so that no name means anything of its own.
    const cleaned: Record<string, unknown> = Object.create(null);
    for (const [name, entry] of Object.entries(value)) {
      cleaned[guard.clean(redactText(name))] = clean(entry, depth + 1);
    }
    return cleaned;
  }
}
