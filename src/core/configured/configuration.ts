/** Kinds of identity services whose habits are known; `oidc` is any other OpenID provider. */
export const shapeIds = [
  'okta-org',
  'okta-custom',
  'ping-federate',
  'ping-one',
  'keycloak',
  'adfs',
  'oidc',
] as const;

export type ShapeId = (typeof shapeIds)[number];

/** Most issuers and webmails of one source, most issuers of a webmail, most audiences, and the longest name and audience, characters. */
export const maxIssuers = 50;
export const maxWebmails = 50;
export const maxIssuersOfWebmail = 8;
export const maxAudiencesOfOne = 32;
export const maxNameLength = 80;
export const maxAudienceLength = 256;

/** An issuer that an organisation or a person added. */
export interface ConfiguredIssuer {
  /** The exact text that its discovery document and its tokens give as issuer (OpenID Connect Discovery 1.0 section 3). */
  readonly issuer: string;
  readonly shape: ShapeId;
  /** Exact `aud` texts that are its own; its tokens for them must be signed with published keys. */
  readonly audiences?: readonly string[] | undefined;
  /** What people call it. */
  readonly name?: string | undefined;
  /** Its discovery document, where that does not stand where the shape says. */
  readonly discovery?: string | undefined;
  /** Its key set (RFC 7517 section 5), where there is no discovery document. */
  readonly keyDocument?: string | undefined;
}

/** A webmail that an organisation or a person added. */
export interface ConfiguredWebmail {
  /** Exact host name of its pages. */
  readonly host: string;
  /** What people call it. */
  readonly name: string;
  /** Names of the issuers whose tokens belong in its sessions: configured ones, and those that are known anyway. */
  readonly issuers: readonly string[];
  /** Exact `aud` texts of its tokens. */
  readonly audiences?: readonly string[] | undefined;
  /** Where all of its sessions are ended. */
  readonly signOutUrl?: string | undefined;
}

/** What was added to the issuers and webmails that are known anyway. */
export interface Configuration {
  readonly issuers: readonly ConfiguredIssuer[];
  readonly webmails: readonly ConfiguredWebmail[];
}

export const emptyConfiguration: Configuration = Object.freeze({
  issuers: Object.freeze([]),
  webmails: Object.freeze([]),
});

/** Joins configurations: of two entries for one issuer or one host, that of the earlier configuration counts, whole. */
export function mergeConfigurations(...parts: readonly Configuration[]): Configuration {
  const issuers = new Map<string, ConfiguredIssuer>();
  const webmails = new Map<string, ConfiguredWebmail>();
  for (const part of parts) {
    for (const one of part.issuers) if (!issuers.has(one.issuer)) issuers.set(one.issuer, one);
    for (const one of part.webmails) if (!webmails.has(one.host)) webmails.set(one.host, one);
  }
  return Object.freeze({
    issuers: Object.freeze([...issuers.values()]),
    webmails: Object.freeze([...webmails.values()]),
  });
}
