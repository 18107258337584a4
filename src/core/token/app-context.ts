import { readMember } from './claims.ts';
import { parseJsonObject } from './strict-json.ts';
import type { JsonObject } from './token.ts';

/** Longest application context that is read as text, characters; genuine ones have some 160. */
export const maxContextLength = 8_192;

/**
 * The `appctx` claim of an Exchange token, which is an object in the documentation and JSON in a text in recorded tokens
 * (OfficeDev/outlook-dev-docs issue 695, read 2026-11-24); null for anything else. As unverified as the token.
 */
export function readAppContext(claims: JsonObject): JsonObject | null {
  const context = readMember(claims, 'appctx');
  if (isObject(context)) return context;
  if (typeof context !== 'string' || context.length > maxContextLength) return null;
  const parsed = parseJsonObject(new TextEncoder().encode(context));
  return parsed.ok ? parsed.value.object : null;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
