import { createHash } from 'node:crypto';
import { resign, type Workshop } from './forge.ts';
import type { Kind } from './kinds.ts';

const halfHash = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

/** The ID token of a sign-in answer with the person's own code and access token, signed by the issuer. */
const idToken = (shop: Workshop): string =>
  resign(
    shop,
    shop.enterprise,
    {},
    { appid: undefined, c_hash: halfHash('own-code'), at_hash: halfHash(shop.token) },
  );

/** Beside a genuine ID token comes what another sign-in got. */
const injected: readonly Kind[] = [
  {
    rule: 'code-hash-mismatch',
    name: "the attacker's code beside a genuine ID token",
    forge: idToken,
    context: { presentedAs: 'id-token', code: 'code-of-the-attacker' },
  },
  {
    rule: 'code-hash-mismatch',
    name: 'a code cut short beside a genuine ID token',
    forge: idToken,
    context: { presentedAs: 'id-token', code: 'own-cod' },
  },
  {
    rule: 'token-hash-mismatch',
    name: "the attacker's access token beside a genuine ID token",
    forge: idToken,
    context: { presentedAs: 'id-token', code: 'own-code', accessToken: 'token-of-the-attacker' },
  },
];

/** Kinds that show only beside something else: what came with the token, or what was seen before it. */
export const sessionKinds: readonly Kind[] = [...injected];
