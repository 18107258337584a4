import type { Issuer } from '../issuers/issuer.ts';
import type { Citation } from '../providers/provider.ts';
import type { TokenKind } from '../token/token-kind.ts';
import type { ShapeId } from './configuration.ts';

type Known = 'algorithms' | 'maxLifetimeSeconds' | 'verifiableBy' | 'unverified';

/** What is known of every issuer of one kind. Data without code. */
export interface IssuerShape extends Pick<Issuer, Known> {
  readonly name: string;
  /** How its issuers write their path, behind host and port. */
  readonly path: RegExp;
  /** Where its key set stands as a rule: behind the issuer, or behind the host where it begins with `host`; null: not known. */
  readonly keys: { readonly behind: 'issuer' | 'host'; readonly path: string } | null;
  /** Further `iss` of its tokens, by what stands behind the host; both schemes are written. */
  readonly otherNames?: readonly string[];
  /** Kinds of token that may be signed with keys which stand in no document. */
  readonly unlistedKinds?: readonly TokenKind[];
  /** Applications may have their tokens sealed with a secret that they share with it (OpenID Connect Core section 10.1). */
  readonly sharesSecrets?: true;
  readonly citations: readonly Citation[];
}

/** Public-key algorithms of RFC 7518 section 3.1 and RFC 8037. */
const everyAlgorithm: readonly string[] = Object.freeze([
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA'],
]);

const read = (url: string): Citation => ({ url, read: '2026-11-25', verified: true });

/** By kind of identity service. Lifetimes that their administrators choose freely have no bound here. */
export const issuerShapes: Readonly<Record<ShapeId, IssuerShape>> = {
  'okta-org': {
    name: 'Okta',
    path: /^\/?$/,
    keys: { behind: 'issuer', path: '/oauth2/v1/keys' },
    algorithms: ['RS256'],
    // Fixed at one hour; the bound leaves room for another.
    maxLifetimeSeconds: 2 * 3600,
    // Access tokens are for Okta alone, and their keys are not promised to be published.
    verifiableBy: { id: 'specified', access: 'audience-only', ownAccess: 'audience-only' },
    unlistedKinds: ['access', 'unclear'],
    citations: [
      read('https://developer.okta.com/docs/guides/validate-access-tokens/dotnet/overview/'),
      read('https://support.okta.com/help/s/article/What-is-the-lifetime-of-the-JWT-tokens'),
    ],
  },
  'okta-custom': {
    name: 'Okta',
    path: /^\/oauth2\/[\w-]+$/,
    keys: { behind: 'issuer', path: '/v1/keys' },
    algorithms: ['RS256'],
    // Up to 24 hours; one more for rounding.
    maxLifetimeSeconds: 25 * 3600,
    verifiableBy: { id: 'specified', access: 'specified', ownAccess: 'specified' },
    citations: [
      read('https://developer.okta.com/docs/guides/validate-access-tokens/dotnet/overview/'),
      read('https://support.okta.com/help/s/article/What-is-the-lifetime-of-the-JWT-tokens'),
    ],
  },
  'ping-federate': {
    name: 'PingFederate',
    path: /^/,
    keys: { behind: 'host', path: '/pf/JWKS' },
    algorithms: everyAlgorithm.filter((name) => name !== 'EdDSA'),
    maxLifetimeSeconds: null,
    // Access tokens may be signed with the keys of a token manager, which are published at a path of its own.
    verifiableBy: { id: 'specified', access: 'unstated', ownAccess: 'unstated' },
    unlistedKinds: ['access', 'unclear'],
    sharesSecrets: true,
    citations: [
      read(
        'https://docs.pingidentity.com/r/en-us/pingfederate-121/pf_openid_provider_config_endpoint',
      ),
      read('https://docs.pingidentity.com/r/en-us/pingcentral-19/pingcentral_conf_resource_server'),
    ],
  },
  'ping-one': {
    name: 'PingOne',
    path: /^\/(?:[0-9a-f-]{36}\/)?as$/,
    keys: { behind: 'issuer', path: '/jwks' },
    algorithms: ['RS256'],
    maxLifetimeSeconds: null,
    verifiableBy: { id: 'specified', access: 'unstated', ownAccess: 'unstated' },
    unverified: ['algorithms'],
    citations: [
      read(
        'https://developers.qodex.ai/pingone/pingone-platform-api-with-documentation/authorization-and-authentication-apis-openid-connect-oauth-2-1/discovery-openid-configuration-1',
      ),
    ],
  },
  keycloak: {
    name: 'Keycloak',
    path: /^(?:\/[\w.-]+){0,4}\/realms\/[\w.-]+$/,
    keys: { behind: 'issuer', path: '/protocol/openid-connect/certs' },
    algorithms: everyAlgorithm,
    maxLifetimeSeconds: null,
    verifiableBy: { id: 'specified', access: 'specified', ownAccess: 'specified' },
    sharesSecrets: true,
    citations: [
      read('https://www.keycloak.org/securing-apps/oidc-layers'),
      read('https://www.keycloak.org/docs/latest/server_admin/'),
    ],
  },
  adfs: {
    name: 'AD FS',
    path: /^\/adfs$/,
    keys: { behind: 'host', path: '/adfs/discovery/keys' },
    // Its access tokens carry the name of the federation service, with http as a rule.
    otherNames: ['/adfs/services/trust'],
    algorithms: ['RS256'],
    maxLifetimeSeconds: null,
    verifiableBy: { id: 'specified', access: 'specified', ownAccess: 'specified' },
    unverified: ['algorithms'],
    citations: [
      read(
        'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-oidce/f629647a-4825-465b-80bb-32c7e9cec2c8',
      ),
      read('https://github.com/MicrosoftDocs/windowsserverdocs/issues/551'),
    ],
  },
  oidc: {
    name: 'OpenID provider',
    path: /^/,
    keys: null,
    algorithms: everyAlgorithm,
    maxLifetimeSeconds: null,
    // A key set is for ID tokens; of access tokens the standard says nothing.
    verifiableBy: { id: 'specified', access: 'unstated', ownAccess: 'unstated' },
    unlistedKinds: ['access', 'unclear'],
    sharesSecrets: true,
    citations: [
      read('https://openid.net/specs/openid-connect-discovery-1_0.html'),
      read('https://openid.net/specs/openid-connect-core-1_0.html'),
    ],
  },
};
