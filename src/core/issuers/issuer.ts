import type { Citation } from '../providers/provider.ts';
import type { TokenKind } from '../token/token-kind.ts';
import type { Cloud } from './clouds.ts';

/** One exact form in which an issuer writes its `iss` claim (RFC 7519 section 4.1.1). */
export interface IssuerForm {
  /** Short id of the form, e.g. `v1`. */
  readonly id: string;
  /** Exact text; `{tenant}` stands for one lower-case GUID and occurs at most once. */
  readonly template: string;
  /** The tenant that a template without placeholder stands for; null where there is none or the template has one. */
  readonly tenant: string | null;
  /** Value of the `ver` claim that goes with this form; null: do not check. */
  readonly version: string | null;
  /** `false`: nobody could confirm that the issuer writes its name so. Left out: confirmed. */
  readonly verified?: false;
}

/** A key document (RFC 7517 section 5) of an issuer, at a fixed address. */
export interface KeyDocumentSource {
  /** Fixed https address; no part of it ever comes from a token. */
  readonly url: string;
  /**
   * Who may sign with the keys of this document:
   * `member`: each key's own `issuer` member says so (Microsoft v2 documents); a key without one is not determinable.
   * `document`: every key of the document belongs to this issuer.
   * `unstated`: the document says nothing about owners (Microsoft v1 documents).
   */
  readonly ownership: 'member' | 'document' | 'unstated';
  /** The address is that of a discovery document, which names the key set, of this issuer and no other. Left out: of the keys themselves. */
  readonly discoveryOf?: string;
  /** Left out: a JSON Web Key Set. `exchange`: certificates in Exchange's own form. */
  readonly format?: 'exchange';
  /** Ids of the forms whose tokens its keys sign. Left out: all of them. */
  readonly forms?: readonly string[];
  /** `false`: nobody could confirm that the issuer publishes its keys here. Left out: confirmed. */
  readonly verified?: false;
}

/**
 * Who besides the audience itself can check the signature of a kind of token with the published keys:
 * `sampled`: everyone; recorded genuine tokens of this kind verify.
 * `specified`: everyone; a standard that the issuer follows, or its own documentation, says so.
 * `audience-only`: the issuer says that nobody else can or should.
 * `unstated`: nobody has said it and no genuine token was seen.
 */
export type Verifiability = 'sampled' | 'specified' | 'audience-only' | 'unstated';

/** By kind of token; `ownAccess` is an access token for an interface of the issuer's own (`ownAudiences`). */
export interface VerifiableBy {
  readonly id: Verifiability;
  readonly access: Verifiability;
  readonly ownAccess: Verifiability;
}

/** How tokens name the issuer's own interfaces and applications as their audience (RFC 7519 section 4.1.3). */
export interface OwnAudiences {
  /** Exact texts of `aud`, without the prefix `spn:` and a closing slash. */
  readonly exact: ReadonlySet<string>;
  /** Ends of host names, each with its first dot, of audiences that are https addresses. */
  readonly hostEnds: readonly string[];
}

/** Facts of an issuer that can be marked as unconfirmed. What rests on one of them is worth a note at most. */
export type IssuerFact = 'algorithms' | 'key-id-form' | 'lifetime';

/** Departures from the standards that an issuer documents or was seen to make. Each excuses that one thing and nothing else. */
export interface IssuerHabits {
  /** Its segments end in `=` (against RFC 7515 section 2). */
  readonly paddedSegments?: true;
  /** Header member that names the key in the place of `kid` (RFC 7515 section 4.1.4). */
  readonly keyIdMember?: string;
  /** It publishes RSA keys of 1,024 bits (against RFC 7518 section 3.3). */
  readonly smallKeys?: true;
  /** Its tokens name the address of their keys themselves, in `appctx.amurl`. It is compared with the known one and never fetched. */
  readonly namesKeyAddress?: true;
}

/** Who may issue tokens: exact names, keys, algorithms and habits. Data without code; one file each. */
export interface Issuer {
  /** Stable id, kebab-case, equal to the file name. */
  readonly id: string;
  readonly name: string;
  /** Id of Microsoft's cloud that it belongs to, in which its keys count and nowhere else. Left out: clouds do not matter. */
  readonly cloud?: Cloud['id'];
  readonly forms: readonly IssuerForm[];
  /** Key documents to ask, most telling first. None: nobody outside knows where this issuer publishes its keys. */
  readonly keyDocuments: readonly KeyDocumentSource[];
  /** Whether every key that it signs with stands in these documents, so that an absent key is evidence. */
  readonly documentsAreComplete: boolean;
  /**
   * What the `issuer` member of a key that may speak for this issuer says; `{tenant}` is matched by the literal
   * `{tenantid}` or by the token's own tenant. Null where keys carry no such member.
   */
  readonly keyOwner: string | null;
  /** Whether `keyOwner` was seen in a genuine document. Until then a differing member proves nothing. */
  readonly keyOwnerIsVerified: boolean;
  /** Names of allowed signature algorithms (RFC 7518 section 3.1), exact. */
  readonly algorithms: readonly string[];
  /** What `kid` is made of: `x5t` is the base64url SHA-1 of the key's certificate (RFC 7515 section 4.1.7); null: nothing is known. */
  readonly keyIdForm: 'x5t' | null;
  /** Tokens may carry a header `nonce` whose SHA-256 is what was signed (Microsoft Graph and others). */
  readonly headerNonce: boolean;
  /** Longest `exp - iat` of any genuine token, seconds; null: do not check. */
  readonly maxLifetimeSeconds: number | null;
  /** Lower-case GUIDs that may not stand for `{tenant}` in this issuer's forms because another issuer owns them. */
  readonly excludedTenants: readonly string[];
  readonly verifiableBy: VerifiableBy;
  /** Its access tokens have no readable form, so that a token which does not say what it is can only be an ID token. Left out: not known. */
  readonly hasOpaqueAccessTokens?: true;
  /** Left out: nothing is known of interfaces of its own. */
  readonly ownAudiences?: OwnAudiences;
  /** Applications of its customers can have signing keys for themselves, which stand in no document that is known here. */
  readonly applicationsHaveKeys?: true;
  /** Kinds of token that may be signed with keys which stand in no document, however complete they are for others. Left out: none. */
  readonly unlistedKinds?: readonly TokenKind[];
  /** Its applications can have tokens sealed with a secret that they share with it (OpenID Connect Core section 10.1). */
  readonly sharesSecrets?: true;
  /** Facts above that nobody could confirm. Left out: none. */
  readonly unverified?: readonly IssuerFact[];
  /** Left out: it keeps to the standards. */
  readonly habits?: IssuerHabits;
  readonly citations: readonly Citation[];
}
