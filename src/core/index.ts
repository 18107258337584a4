/** The only door of the core for the other layers. */
export { answerOfStatus } from './answer.ts';
export type { Audience, Owner } from './audiences/audience.ts';
export { audiences } from './audiences/index.ts';
export type { ServerTrust } from './challenge/read-trusted.ts';
export { createTrustBook, type TrustBook } from './challenge/trust-book.ts';
export { hostOfAddress, isHostName, isPlainAddress } from './configured/address.ts';
export { keySourceOf, usualKeysOf } from './configured/build-issuer.ts';
export {
  type Configuration,
  type ConfiguredIssuer,
  type ConfiguredWebmail,
  emptyConfiguration,
  maxIssuers,
  maxWebmails,
  mergeConfigurations,
  type ShapeId,
  shapeIds,
} from './configured/configuration.ts';
export {
  buildDirectory,
  type ConfigurationProblem,
  type Directory,
  type IssuerProblem,
  judgeIssuer,
  judgeWebmail,
  knownDirectory,
  type WebmailProblem,
} from './configured/directory.ts';
export { type Discovery, type DiscoveryProblem, parseDiscovery } from './configured/discovery.ts';
export type { Facts } from './facts.ts';
export { type InspectPorts, inspect } from './inspect.ts';
export type { Inspection, RuleOutcome, TokenSummary, Verdict } from './inspection.ts';
export { assertNever, invariant } from './invariant.ts';
export { issuers } from './issuers/index.ts';
export type {
  Issuer,
  IssuerFact,
  IssuerForm,
  KeyDocumentSource,
  Verifiability,
} from './issuers/issuer.ts';
export { afterUnchanged, isInterposed, type KeyConnection } from './keys/connection.ts';
export { deniedKeys } from './keys/denied.ts';
export { parseKeyDocument } from './keys/document.ts';
export { findContradictions } from './keys/history/contradictions.ts';
export type { KeyEvent } from './keys/history/events.ts';
export { buildKeyHistoryExport, type KeyHistoryExport } from './keys/history/export.ts';
export {
  emptyHistory,
  type KeyHistory,
  type KnownKey,
  leastNameLength,
  maxEarlier,
  maxHistoryText,
  maxKnownKeys,
} from './keys/history/history.ts';
export { observeNow } from './keys/history/now.ts';
export { observeDocument } from './keys/history/observe.ts';
export { retiredSince } from './keys/history/retirement.ts';
export type {
  KeyAnswer,
  KeyDocument,
  KeyPort,
  KeyProblem,
  KeyReading,
  PublicJwk,
  PublishedKey,
} from './keys/key.ts';
export { ownersContradict } from './keys/owners.ts';
export { configurationOf } from './policy/configuration.ts';
export {
  defaultPolicy,
  type Policy,
  type PolicyProblem,
  parsePolicy,
  policyKeys,
} from './policy/index.ts';
export { configuredIssuerSchema } from './policy/keys/issuers.ts';
export type { SupportContact } from './policy/keys/support-contact.ts';
export { configuredWebmailSchema } from './policy/keys/webmails.ts';
export type { PolicyKey } from './policy/policy-key.ts';
export { readDeviceBinding } from './proof/device-binding.ts';
export { findProvider, providers } from './providers/index.ts';
export type { Citation, CookiePurpose, Provider, SessionCookie } from './providers/provider.ts';
export { buildEvidence, type EvidenceFile, writeEvidence } from './report/evidence.ts';
export { type Result, refuse, succeed } from './result.ts';
export { type EvidenceName, evidenceNames } from './rules/evidence.ts';
export { rules } from './rules/index.ts';
export { newForMs } from './rules/key-new.ts';
export { type ReasonCode, reasons } from './rules/reasons.ts';
export type { Evidence, Need, Outcome, Rule, Severity } from './rules/rule.ts';
export {
  addBindingSign,
  type BindingSign,
  bindingHeaders,
  readBindingSign,
  type SessionBinding,
} from './session/binding.ts';
export {
  type EndReason,
  endOf,
  endSession,
  type SessionEnd,
  settleMs,
  unusedAfterMs,
} from './session/end.ts';
export {
  createSightingMemory,
  type EarlierSightings,
  type FreshStart,
  isPrivateScope,
  type MemoryPort,
  type MemorySnapshot,
  maxFreshStarts,
  maxMemoryAgeMs,
  maxScopes,
  maxTokensOfScope,
  nothingEarlier,
  type Recollection,
  type SightingMemory,
  scopeOf,
} from './session/memory.ts';
export { maxPlaces, type SeenPlace, type TokenUse } from './session/place.ts';
export type { MemoryLimits } from './session/scope-memory.ts';
export {
  maxIdentifierLength,
  type SeenAccount,
  type SeenToken,
  type TokenKind,
} from './session/seen-token.ts';
export {
  addInspection,
  graceAfterExpiryMs,
  isUsedInTab,
  maxInspections,
  maxTabs,
  type Session,
  sessionIdOf,
  sessionVerdict,
  touchSession,
  type UseOfInspection,
} from './session/session.ts';
export { isSignOutAddress, maxSignOutAddress } from './session/sign-out.ts';
export {
  type DeviceBinding,
  isStandingAddress,
  noContext,
  type Presentation,
  type Sighting,
  type UseContext,
} from './sighting.ts';
export {
  type CredentialRole,
  type FoundCredential,
  findCredentials,
} from './token/authorization.ts';
export { hashText } from './token/digest.ts';
export { findTokensInText } from './token/find.ts';
export { redactText } from './token/redact.ts';
export {
  type AcceptedFinding,
  type AcceptedKey,
  acceptedKeyOf,
  isAcceptable,
  isSame as isSameAccepted,
  markAccepted,
} from './verdict/accepted.ts';
export { verdictOrder, worstVerdict } from './verdict/worst.ts';
