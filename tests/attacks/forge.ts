import { createHmac, KeyObject, sign as signBytes } from 'node:crypto';
import { type Claims, encodeSegment, type SigningKey } from '../support/tokens.ts';

/** What a forger has: one genuine token, the issuer's public keys, and keys of their own. */
export interface Workshop {
  readonly token: string;
  readonly header: Claims;
  readonly claims: Claims;
  readonly enterprise: SigningKey;
  readonly consumer: SigningKey;
  /** A key of the US government's cloud, which the shared document lists too. */
  readonly government: SigningKey;
  readonly attacker: SigningKey;
}

const clean = (members: Claims): Claims =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** Puts a token together from its parts, keeping those of the genuine one that are not given. */
export function splice(
  { token }: Workshop,
  parts: { readonly header?: string; readonly claims?: string; readonly signature?: string },
): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  return [
    parts.header === undefined ? header : encodeSegment(parts.header),
    parts.claims === undefined ? claims : encodeSegment(parts.claims),
    parts.signature ?? signature,
  ].join('.');
}

/** The genuine token with other members, under its old signature. */
export const alter = (shop: Workshop, header: Claims, claims: Claims): string =>
  splice(shop, {
    ...(Object.keys(header).length > 0 && {
      header: JSON.stringify(clean({ ...shop.header, ...header })),
    }),
    ...(Object.keys(claims).length > 0 && {
      claims: JSON.stringify(clean({ ...shop.claims, ...claims })),
    }),
  });

/** A token with these changes, signed anew with RS256, or another hash, by the given key. */
export function resign(
  shop: Workshop,
  key: SigningKey,
  header: Claims,
  claims: Claims,
  hash = 'RSA-SHA256',
): string {
  return resignTexts(
    key,
    JSON.stringify(clean({ ...shop.header, kid: key.kid, x5t: key.kid, ...header })),
    JSON.stringify(clean({ ...shop.claims, ...claims })),
    hash,
  );
}

/** A token with exactly these texts, signed. */
export function resignTexts(
  key: SigningKey,
  header: string,
  claims: string,
  hash = 'RSA-SHA256',
): string {
  const signed = `${encodeSegment(header)}.${encodeSegment(claims)}`;
  const signature = signBytes(hash, Buffer.from(signed), KeyObject.from(key.privateKey));
  return `${signed}.${signature.toString('base64url')}`;
}

/** A token sealed with HMAC under a public text, as confused servers accept it. */
export function seal(shop: Workshop, alg: string, secret: string): string {
  const hash = alg.toLowerCase().replace('hs', 'sha');
  const signed = `${encodeSegment(JSON.stringify({ ...shop.header, alg }))}.${encodeSegment(JSON.stringify(shop.claims))}`;
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}
