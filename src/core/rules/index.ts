import { algNotAllowed } from './alg-not-allowed.ts';
import { issuerTenantMismatch } from './issuer-tenant-mismatch.ts';
import { issuerUnexpected } from './issuer-unexpected.ts';
import { keyDenied } from './key-denied.ts';
import { keyForeign } from './key-foreign.ts';
import { keyNotPublished } from './key-not-published.ts';
import { lifetimeExcessive } from './lifetime-excessive.ts';
import type { Rule } from './rule.ts';
import { signatureInvalid } from './signature-invalid.ts';
import { tokenExpired } from './token-expired.ts';

/** Every rule, in the order in which people read the outcomes: who signed, with what, for whom, when. */
export const rules: readonly Rule[] = Object.freeze([
  signatureInvalid,
  keyForeign,
  keyDenied,
  keyNotPublished,
  algNotAllowed,
  issuerTenantMismatch,
  issuerUnexpected,
  tokenExpired,
  lifetimeExcessive,
]);
