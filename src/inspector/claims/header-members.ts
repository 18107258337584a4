import { type KnownClaim, microsoftAccess, rfc } from './claim.ts';

/** Members of a token's header (RFC 7515 section 4.1, RFC 7516 section 4.1), in the order in which they are explained best. */
export const headerMembers: readonly KnownClaim[] = [
  { id: 'alg', names: ['alg'], spec: rfc(7515, '4.1.1') },
  { id: 'enc', names: ['enc'], spec: rfc(7516, '4.1.2') },
  { id: 'zip', names: ['zip'], spec: rfc(7516, '4.1.3') },
  { id: 'typ', names: ['typ'], spec: rfc(7515, '4.1.9') },
  { id: 'cty', names: ['cty'], spec: rfc(7515, '4.1.10') },
  { id: 'kid', names: ['kid'], spec: rfc(7515, '4.1.4') },
  { id: 'x5t', names: ['x5t'], spec: rfc(7515, '4.1.7') },
  { id: 'x5t', names: ['x5t#S256'], spec: rfc(7515, '4.1.8') },
  { id: 'jwk', names: ['jwk'], spec: rfc(7515, '4.1.3') },
  { id: 'jwk', names: ['x5c'], spec: rfc(7515, '4.1.6') },
  { id: 'jku', names: ['jku'], spec: rfc(7515, '4.1.2') },
  { id: 'jku', names: ['x5u'], spec: rfc(7515, '4.1.5') },
  { id: 'crit', names: ['crit'], spec: rfc(7515, '4.1.11') },
  { id: 'header_nonce', names: ['nonce'], spec: microsoftAccess },
];
