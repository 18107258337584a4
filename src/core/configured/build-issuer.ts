import type { Issuer, IssuerForm } from '../issuers/issuer.ts';
import { hostOfAddress, isKeyAddress, isPlainAddress } from './address.ts';
import type { ConfiguredIssuer } from './configuration.ts';
import { plainName } from './plain-name.ts';
import { issuerShapes } from './shapes.ts';

/**
 * Where a configured issuer's keys are asked for: its key set, or the discovery document that names it. This address is also the
 * name under which the keys and their history are kept, so that they stay together when the key set moves.
 */
export function keySourceOf({ issuer, discovery, keyDocument }: ConfiguredIssuer): {
  readonly url: string;
  readonly isDiscovery: boolean;
} {
  if (keyDocument !== undefined) return { url: keyDocument, isDiscovery: false };
  return { url: discovery ?? discoveryAddressOf(issuer), isDiscovery: true };
}

/** OpenID Connect Discovery 1.0 section 4: behind the issuer, without the slash that it may end in. */
export const discoveryAddressOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** Where an issuer of this shape has its key set as a rule; null: not known. */
export function usualKeysOf({ issuer, shape }: ConfiguredIssuer): string | null {
  const { keys } = issuerShapes[shape];
  if (keys === null) return null;
  const base = keys.behind === 'host' ? new URL(issuer).origin : issuer.replace(/\/$/, '');
  return `${base}${keys.path}`;
}

/** Whether an issuer's name has the form that issuers of its shape have. */
export const fitsShape = ({ issuer, shape }: ConfiguredIssuer): boolean =>
  issuerShapes[shape].path.test(new URL(issuer).pathname);

/** Whether every address of a configured issuer is one that may be asked. */
export const hasPlainAddresses = ({ issuer, discovery, keyDocument }: ConfiguredIssuer): boolean =>
  isPlainAddress(issuer) &&
  (discovery === undefined || isPlainAddress(discovery)) &&
  (keyDocument === undefined || isKeyAddress(keyDocument));

/** The issuer as all other parts know issuers. Its id is its name: those of known issuers never look like an address. */
export function buildIssuer(configured: ConfiguredIssuer): Issuer {
  const { issuer, audiences = [] } = configured;
  const shape = issuerShapes[configured.shape];
  const { url, isDiscovery } = keySourceOf(configured);
  const names = (shape.otherNames ?? []).flatMap((path) =>
    ['http', 'https'].map((scheme) => `${scheme}://${new URL(issuer).host}${path}`),
  );
  return Object.freeze({
    id: issuer,
    name: plainName(configured.name, `${shape.name} (${hostOfAddress(issuer)})`),
    forms: [issuer, ...names].map(formOf),
    keyDocuments: [
      { url, ownership: 'document', ...(isDiscovery && { discoveryOf: issuer }) } as const,
    ],
    documentsAreComplete: true,
    keyOwner: null,
    keyOwnerIsVerified: false,
    algorithms: shape.algorithms,
    keyIdForm: null,
    headerNonce: false,
    maxLifetimeSeconds: shape.maxLifetimeSeconds,
    excludedTenants: [],
    verifiableBy: shape.verifiableBy,
    ...(audiences.length > 0 && { ownAudiences: { exact: new Set(audiences), hostEnds: [] } }),
    ...(shape.unverified && { unverified: shape.unverified }),
    ...(shape.unlistedKinds && { unlistedKinds: shape.unlistedKinds }),
    ...(shape.sharesSecrets && { sharesSecrets: shape.sharesSecrets }),
    citations: shape.citations,
  });
}

const formOf = (template: string, index: number): IssuerForm => ({
  id: index === 0 ? 'configured' : `also-${index}`,
  template,
  tenant: null,
  version: null,
});
