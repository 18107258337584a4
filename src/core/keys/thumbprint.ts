import { hashText } from '../token/digest.ts';
import type { PublicJwk } from './key.ts';

/** RFC 7638 thumbprint, SHA-256, base64url: the required members alone, in lexicographic order, without white space. */
export function thumbprintOf({ crv, e, kty, n, x, y }: PublicJwk): string {
  return hashText(
    JSON.stringify({
      ...(crv !== undefined && { crv }),
      ...(e !== undefined && { e }),
      kty,
      ...(n !== undefined && { n }),
      ...(x !== undefined && { x }),
      ...(y !== undefined && { y }),
    }),
  );
}
