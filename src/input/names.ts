/** What the name of a parameter, cookie, header or member says about its value. */
export type NamedAs =
  | 'id-token'
  | 'access-token'
  | 'refresh-token'
  /** Something that a client or a device made itself, or that is no credential of a session. */
  | 'own-proof'
  /** Texts that can look like tokens and are none: a client's own notes. */
  | 'not-a-token'
  | 'anything';

/**
 * Client assertions (RFC 7523 section 2.2), request objects (RFC 9101), DPoP proofs (RFC 9449), proofs of devices
 * (x-ms-DeviceCredential of Microsoft's device registration) and of bound sessions (Secure-Session-Response of DBSC).
 */
const ownProofs = new Set([
  'clientassertion',
  'request',
  'dpop',
  'xmsdevicecredential',
  'securesessionresponse',
  'secsessionresponse',
  'logouttoken',
]);
const notTokens = new Set(['state', 'nonce', 'code', 'codeverifier', 'clientinfo', 'loginhint']);

/** Reads a name whatever its spelling: `id_token`, `idToken`, `OpenIdConnect.id_token.v1`. */
export function readName(name: string): NamedAs {
  const plain = name
    .slice(0, 400)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  // Primary refresh tokens travel as x-ms-RefreshTokenCredential.
  if (plain.includes('refreshtoken')) return 'refresh-token';
  if (ownProofs.has(plain)) return 'own-proof';
  if (notTokens.has(plain)) return 'not-a-token';
  if (plain.includes('idtoken')) return 'id-token';
  return plain.includes('accesstoken') ? 'access-token' : 'anything';
}
