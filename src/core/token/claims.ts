import type { JsonObject, JsonValue } from './token.ts';

/** An own member, or undefined; names like `__proto__` cannot reach a prototype. */
export function readMember(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A member that is a text, else null. */
export function readText(object: JsonObject, name: string): string | null {
  const value = readMember(object, name);
  return typeof value === 'string' ? value : null;
}

/** A NumericDate (RFC 7519 section 2): a finite number of seconds since the epoch, else null. */
export function readSeconds(object: JsonObject, name: string): number | null {
  const value = readMember(object, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The `aud` claim (RFC 7519 section 4.1.3) as a list: one text, or an array of texts; other members are left out. */
export function readAudiences(claims: JsonObject): readonly string[] {
  const value = readMember(claims, 'aud');
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is string => typeof entry === 'string');
}
