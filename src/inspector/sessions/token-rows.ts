import type { TokenSummary } from '../../core/index.ts';
import { microsoftAccess, openId, rfc } from '../claims/claim.ts';
import type { ClaimRow } from '../claims/claim-row.ts';
import { findClaim } from '../claims/known-claims.ts';

interface TokenRows {
  readonly header: readonly ClaimRow[];
  readonly claims: readonly ClaimRow[];
}

/** What is kept of a token, as rows; what it did not say has none. */
export function listTokenRows(token: TokenSummary): TokenRows {
  const { alg, enc, typ, kid, iss, aud, tenant, account, subject, appId, version } = token;
  return {
    header: [
      ...member('alg', alg),
      ...member('enc', enc),
      ...member('typ', typ),
      // The name of the key comes from `x5t` where there is no `kid`.
      ...member('kid', kid),
    ],
    claims: [
      ...claim('iss', iss),
      ...claim('aud', aud.length === 0 ? null : aud.join(', ')),
      ...claim('tid', tenant),
      ...several(['upn', 'preferred_username', 'unique_name', 'email', 'name'], account, {
        id: 'account',
        spec: openId('5.1', 'StandardClaims'),
      }),
      ...several(['oid', 'sub'], subject, { id: 'subject', spec: rfc(7519, '4.1.2') }),
      ...several(['appid', 'azp'], appId, { id: 'application', spec: microsoftAccess }),
      ...time('iat', token.issuedAtSeconds),
      ...time('exp', token.expiresAtSeconds),
      ...claim('ver', version),
    ],
  };
}

const member = (name: string, value: string | null): ClaimRow[] =>
  value === null ? [] : [{ names: [name], value, seconds: null, known: findClaim(name, 'header') }];

const claim = (name: string, value: string | null): ClaimRow[] =>
  value === null ? [] : [{ names: [name], value, seconds: null, known: findClaim(name, 'claims') }];

const several = (
  names: readonly string[],
  value: string | null,
  known: NonNullable<ClaimRow['known']>,
): ClaimRow[] => (value === null ? [] : [{ names, value, seconds: null, known }]);

const time = (name: string, seconds: number | null): ClaimRow[] =>
  seconds === null
    ? []
    : [{ names: [name], value: String(seconds), seconds, known: findClaim(name, 'claims') }];
