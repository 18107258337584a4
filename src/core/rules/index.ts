import { accountDomainNotAllowed } from './account-domain-not-allowed.ts';
import { accountSwitched } from './account-switched.ts';
import { algConfused } from './alg-confused.ts';
import { algKeyMismatch } from './alg-key-mismatch.ts';
import { algNone } from './alg-none.ts';
import { algNotAllowed } from './alg-not-allowed.ts';
import { applicationUnexpected } from './application-unexpected.ts';
import { audienceElsewhere } from './audience-elsewhere.ts';
import { audienceUnexpected } from './audience-unexpected.ts';
import { claimCaseVariant } from './claim-case-variant.ts';
import { claimsDisagree } from './claims-disagree.ts';
import { cloudMismatch } from './cloud-mismatch.ts';
import { codeHashMismatch } from './code-hash-mismatch.ts';
import { connectionInterposed } from './connection-interposed.ts';
import { consumerOnEnterprise } from './consumer-on-enterprise.ts';
import { critUnknown } from './crit-unknown.ts';
import { deviceBindingBroken } from './device-binding-broken.ts';
import { deviceClaimMissing } from './device-claim-missing.ts';
import { encodingNotCanonical } from './encoding-not-canonical.ts';
import { expiredButAccepted } from './expired-but-accepted.ts';
import { issuedInFuture } from './issued-in-future.ts';
import { issuerImitates } from './issuer-imitates.ts';
import { issuerNotTrusted } from './issuer-not-trusted.ts';
import { issuerTenantMismatch } from './issuer-tenant-mismatch.ts';
import { issuerUnexpected } from './issuer-unexpected.ts';
import { issuerUnknown } from './issuer-unknown.ts';
import { issuerVersionMismatch } from './issuer-version-mismatch.ts';
import { keyAddressForeign } from './key-address-foreign.ts';
import { keyAmbiguous } from './key-ambiguous.ts';
import { keyCertificateDiffers } from './key-certificate-differs.ts';
import { keyDenied } from './key-denied.ts';
import { keyEmbedded } from './key-embedded.ts';
import { keyForeign } from './key-foreign.ts';
import { keyIdNotDerived } from './key-id-not-derived.ts';
import { keyNew } from './key-new.ts';
import { keyNotPinned } from './key-not-pinned.ts';
import { keyNotPublished } from './key-not-published.ts';
import { keyOutdated } from './key-outdated.ts';
import { keyRetired } from './key-retired.ts';
import { keySwapped } from './key-swapped.ts';
import { keyWeak } from './key-weak.ts';
import { keyWitnessDisagrees } from './key-witness-disagrees.ts';
import { lifetimeExcessive } from './lifetime-excessive.ts';
import { lifetimeInverted } from './lifetime-inverted.ts';
import { lifetimeMissing } from './lifetime-missing.ts';
import { memberDuplicate } from './member-duplicate.ts';
import { multiFactorMissing } from './multi-factor-missing.ts';
import { nestedInvalid } from './nested-invalid.ts';
import { notYetValid } from './not-yet-valid.ts';
import { olderThanItsKey } from './older-than-its-key.ts';
import { payloadNested } from './payload-nested.ts';
import { possessionUnproven } from './possession-unproven.ts';
import { proofForOtherRequest } from './proof-for-other-request.ts';
import { proofForOtherToken } from './proof-for-other-token.ts';
import { proofInvalid } from './proof-invalid.ts';
import type { Rule } from './rule.ts';
import { scopeExcessive } from './scope-excessive.ts';
import { signatureInvalid } from './signature-invalid.ts';
import { tenantClaimMismatch } from './tenant-claim-mismatch.ts';
import { tenantNotAllowed } from './tenant-not-allowed.ts';
import { tenantSwitched } from './tenant-switched.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenHashMismatch } from './token-hash-mismatch.ts';
import { tokenIdReused } from './token-id-reused.ts';
import { tokenOversized } from './token-oversized.ts';
import { typeConfused } from './type-confused.ts';

/** Every rule, in the order in which people read the outcomes: who signed, with what, for whom, when. */
export const rules: readonly Rule[] = Object.freeze([
  signatureInvalid,
  keyForeign,
  keyDenied,
  keyNotPublished,
  keyAmbiguous,
  keySwapped,
  keyWitnessDisagrees,
  keyNotPinned,
  keyCertificateDiffers,
  keyRetired,
  keyEmbedded,
  keyAddressForeign,
  keyWeak,
  keyIdNotDerived,
  keyOutdated,
  keyNew,
  connectionInterposed,
  algNotAllowed,
  algNone,
  algConfused,
  algKeyMismatch,
  critUnknown,
  memberDuplicate,
  encodingNotCanonical,
  nestedInvalid,
  payloadNested,
  typeConfused,
  tokenOversized,
  issuerUnknown,
  issuerImitates,
  issuerVersionMismatch,
  issuerTenantMismatch,
  tenantClaimMismatch,
  claimCaseVariant,
  issuerUnexpected,
  issuerNotTrusted,
  cloudMismatch,
  consumerOnEnterprise,
  audienceUnexpected,
  audienceElsewhere,
  scopeExcessive,
  tokenExpired,
  expiredButAccepted,
  issuedInFuture,
  notYetValid,
  olderThanItsKey,
  lifetimeExcessive,
  lifetimeInverted,
  lifetimeMissing,
  tokenIdReused,
  claimsDisagree,
  accountSwitched,
  tenantSwitched,
  codeHashMismatch,
  tokenHashMismatch,
  possessionUnproven,
  proofInvalid,
  proofForOtherRequest,
  proofForOtherToken,
  deviceBindingBroken,
  tenantNotAllowed,
  accountDomainNotAllowed,
  applicationUnexpected,
  multiFactorMissing,
  deviceClaimMissing,
]);
