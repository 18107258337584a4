/** Where a claim or header member is defined. */
export interface Specification {
  readonly label: string;
  readonly url: string;
}

/** A claim or header member that can be explained. Its sentence is the message `inspector_claim_<id>`; several can share one. */
export interface KnownClaim {
  readonly id: string;
  /** Exact names; one that ends in `*` stands for all that begin so. Several where one sentence fits them all. */
  readonly names: readonly string[];
  readonly spec: Specification;
  /** Its number is a time, seconds since the epoch (NumericDate, RFC 7519 section 2). */
  readonly isTime?: true;
}

/** A section of a standard of the IETF. */
export const rfc = (number: number, section: string): Specification => ({
  label: `RFC ${number} § ${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
});

/** A section of OpenID Connect Core 1.0, by its number and the name of its anchor. */
export const openId = (section: string, anchor: string): Specification => ({
  label: `OpenID Connect Core § ${section}`,
  url: `https://openid.net/specs/openid-connect-core-1_0.html#${anchor}`,
});

const entra = 'https://learn.microsoft.com/en-us/entra/identity-platform';

/** Microsoft's references of claims, read 2026-11-24. */
export const microsoftAccess: Specification = {
  label: 'Microsoft, access token claims',
  url: `${entra}/access-token-claims-reference`,
};
export const microsoftOptional: Specification = {
  label: 'Microsoft, optional claims',
  url: `${entra}/optional-claims-reference`,
};
export const exchangeAddIn: Specification = {
  label: 'Microsoft, Exchange identity token',
  url: 'https://learn.microsoft.com/en-us/office/dev/add-ins/outlook/inside-the-identity-token',
};
export const googleId: Specification = {
  label: 'Google, OpenID Connect',
  url: 'https://developers.google.com/identity/openid-connect/openid-connect',
};
