import { type Issuer, issuers, type Provider, providers } from '../../src/core/index.ts';
import type { IssuerForm } from '../../src/core/issuers/issuer.ts';

/** A webmail whose sessions are signed tokens, and the issuer that signs them. */
export interface CloudWebmail {
  readonly provider: Provider;
  readonly issuer: Issuer;
}

/** All of the registry: a webmail names the issuer of its cloud first. */
export const cloudWebmails: readonly CloudWebmail[] = providers
  .filter(({ isOpaque }) => isOpaque !== true)
  .map((provider) => {
    const issuer = issuers.find(({ id }) => id === provider.issuers[0]);
    if (issuer === undefined) throw new Error(`${provider.id} has no issuer`);
    return { provider, issuer };
  });

/** What must be said of a session, as far as the data of its issuer goes. */
export interface Promised {
  /** Signed with a key that its cloud publishes with the mark that the data has for it. */
  readonly genuine: 'verified';
  /** The same, but the key carries the mark of the global cloud; null where that mark is known to be another issuer's or the own one. */
  readonly otherMark: 'undetermined' | null;
  /** Somebody else's name under a genuine signature. */
  readonly changed: 'danger' | 'attention' | 'undetermined';
  /** Signed with the key of the other population, private accounts or organisations of the global cloud, as in 2023. */
  readonly foreignKey: 'danger' | 'attention' | 'undetermined';
}

/** The document in which the global cloud lists organisations' and private accounts' keys together. */
const commonKeys = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';

/**
 * Nothing that nobody has confirmed raises an alarm on a genuine session, and nothing else is excused by it: that a cloud's key mark or
 * issuer name is unconfirmed says nothing of a signature that does not fit, nor of a key that stands in none of its documents.
 */
export function promisedOf({ issuer }: CloudWebmail, { template }: IssuerForm): Promised {
  const { keyDocuments, verifiableBy, keyOwnerIsVerified, documentsAreComplete } = issuer;
  const isAddressConfirmed = keyDocuments[0]?.verified !== false;
  const isCheckable = ['sampled', 'specified'].includes(verifiableBy.ownAccess);
  // Where clouds share a name, all documents of that name are looked at.
  const listsForeignKey = issuers.some(
    ({ forms, keyDocuments: documents }) =>
      forms.some((form) => form.template === template) &&
      documents.some(({ url }) => url === commonKeys),
  );
  const absent = documentsAreComplete ? 'attention' : 'undetermined';
  const failing = isCheckable ? 'danger' : 'attention';
  return {
    genuine: 'verified',
    otherMark: keyOwnerIsVerified ? null : 'undetermined',
    changed: isAddressConfirmed ? failing : 'undetermined',
    foreignKey: listsForeignKey ? 'danger' : absent,
  };
}

/** Whose session it is, and when it was issued. */
export interface SessionOwner {
  readonly tenant: string;
  readonly object: string;
  readonly address: string;
  readonly tokenId: string;
  readonly issuedAt: number;
}

/** Claims of an access token for the interface that the webmail's data names first, as its cloud's issuer writes them. */
export function claimsOf(
  { provider }: CloudWebmail,
  form: IssuerForm,
  { tenant: organisation, object, address, tokenId, issuedAt }: SessionOwner,
): Readonly<Record<string, unknown>> {
  const tenant = form.tenant ?? organisation;
  const [application = ''] = provider.applications ?? [];
  return {
    aud: `https://${provider.apiHosts[0]}`,
    iss: form.template.replace('{tenant}', tenant),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + 4500,
    oid: object,
    sub: object,
    tid: tenant,
    uti: tokenId,
    scp: 'Mail.Read',
    ver: form.version,
    ...(form.version === '1.0'
      ? { appid: application, appidacr: '0', upn: address, unique_name: address }
      : { azp: application, azpacr: '0', preferred_username: address }),
  };
}
