import { type KnownClaim, openId, rfc } from './claim.ts';

/** Claims that standards define. */
export const registeredClaims: readonly KnownClaim[] = [
  { id: 'iss', names: ['iss'], spec: rfc(7519, '4.1.1') },
  { id: 'sub', names: ['sub'], spec: rfc(7519, '4.1.2') },
  { id: 'aud', names: ['aud'], spec: rfc(7519, '4.1.3') },
  { id: 'exp', names: ['exp'], spec: rfc(7519, '4.1.4'), isTime: true },
  { id: 'nbf', names: ['nbf'], spec: rfc(7519, '4.1.5'), isTime: true },
  { id: 'iat', names: ['iat'], spec: rfc(7519, '4.1.6'), isTime: true },
  { id: 'jti', names: ['jti'], spec: rfc(7519, '4.1.7') },
  { id: 'auth_time', names: ['auth_time'], spec: openId('2', 'IDToken'), isTime: true },
  { id: 'nonce', names: ['nonce'], spec: openId('2', 'IDToken') },
  { id: 'acr', names: ['acr'], spec: openId('2', 'IDToken') },
  { id: 'amr', names: ['amr'], spec: rfc(8176, '2') },
  { id: 'azp', names: ['azp'], spec: openId('2', 'IDToken') },
  { id: 'at_hash', names: ['at_hash'], spec: openId('3.1.3.6', 'CodeIDToken') },
  { id: 'c_hash', names: ['c_hash'], spec: openId('3.3.2.11', 'HybridIDToken') },
  {
    id: 'preferred_username',
    names: ['preferred_username'],
    spec: openId('5.1', 'StandardClaims'),
  },
  { id: 'email', names: ['email'], spec: openId('5.1', 'StandardClaims') },
  {
    id: 'email_verified',
    names: ['email_verified', 'phone_number_verified'],
    spec: openId('5.1', 'StandardClaims'),
  },
  {
    id: 'name',
    names: ['name', 'given_name', 'family_name', 'middle_name', 'nickname'],
    spec: openId('5.1', 'StandardClaims'),
  },
  {
    id: 'profile',
    names: ['picture', 'profile', 'website', 'locale', 'zoneinfo', 'phone_number', 'address'],
    spec: openId('5.1', 'StandardClaims'),
  },
  { id: 'cnf', names: ['cnf'], spec: rfc(7800, '3.1') },
  { id: 'act', names: ['act', 'may_act'], spec: rfc(8693, '4.1') },
  { id: 'scope', names: ['scope'], spec: rfc(8693, '4.2') },
  { id: 'client_id', names: ['client_id'], spec: rfc(8693, '4.3') },
  { id: 'sid', names: ['sid'], spec: sessionId() },
];

/** The number of a session, OpenID Connect Back-Channel Logout 1.0 section 2.1. */
function sessionId() {
  return {
    label: 'OpenID Connect Back-Channel Logout § 2.1',
    url: 'https://openid.net/specs/openid-connect-backchannel-1_0.html#OPLogout',
  };
}
