import type { ClaimRow } from '../claims/claim-row.ts';
import { findClaim } from '../claims/known-claims.ts';

/** Most claims of one token that are shown. */
export const maxShownClaims = 200;

/** A decoded header or claims part as rows; none for what is no object. */
export function listClaimRows(part: unknown, where: 'header' | 'claims'): readonly ClaimRow[] {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return [];
  return Object.entries(part)
    .slice(0, maxShownClaims)
    .map(([name, value]: [string, unknown]) => {
      const known = findClaim(name, where);
      const isTime = known?.isTime === true && typeof value === 'number';
      return {
        names: [name],
        value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
        seconds: isTime ? value : null,
        known,
      };
    });
}
