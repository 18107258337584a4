import { issuers } from '../../core/index.ts';

/** Addresses that some issuer is known to publish its keys at. */
export const knownAddresses: ReadonlySet<string> = new Set(
  issuers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => url)),
);

/** The tenant of all private accounts. Its keys stand at `consumers`. */
const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Other names of Microsoft's sign-in hosts (msal-common AuthorityMetadata.ts, read 2026-11-24). */
const hostNames: ReadonlyMap<string, string> = new Map([
  ['login.microsoftonline.com', 'login.microsoftonline.com'],
  ['login.windows.net', 'login.microsoftonline.com'],
  ['login.microsoft.com', 'login.microsoftonline.com'],
  ['sts.windows.net', 'login.microsoftonline.com'],
  ['login.microsoftonline.us', 'login.microsoftonline.us'],
  ['login.usgovcloudapi.net', 'login.microsoftonline.us'],
  ['login.partner.microsoftonline.cn', 'login.partner.microsoftonline.cn'],
  ['login.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
]);
const microsoftPath = /^\/([^/]+)\/discovery\/(v2\.0\/)?keys$/;

/** Other addresses of the same keys: an older name of the service, and other versions of Google's document. */
const otherAddresses: ReadonlyMap<string, string> = new Map([
  ['https://login.yahoo.com/openid/v1/certs', 'https://api.login.yahoo.com/openid/v1/certs'],
  ['https://www.googleapis.com/oauth2/v2/certs', 'https://www.googleapis.com/oauth2/v3/certs'],
  ['https://www.googleapis.com/oauth2/v1/certs', 'https://www.googleapis.com/oauth2/v3/certs'],
]);

/** A key document of Microsoft's: of which cloud, of whom, and of which version. */
export interface MicrosoftDocument {
  readonly host: string;
  /** `common`, `organizations`, `consumers`, or a tenant as its address writes it, lower case. */
  readonly tenant: string;
  readonly isVersion2: boolean;
}

export function readMicrosoftAddress(address: string): MicrosoftDocument | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = hostNames.get(url?.hostname ?? '');
  const path = microsoftPath.exec(url?.pathname ?? '');
  const tenant = path?.[1]?.toLowerCase();
  if (url?.protocol !== 'https:' || host === undefined || tenant === undefined) return null;
  const isConsumer = tenant === consumerTenant;
  return {
    host,
    tenant: isConsumer ? 'consumers' : tenant,
    isVersion2: path?.[2] !== undefined,
  };
}

/**
 * The address by which the core knows a key document: another name of the same host or document, an issuer's own name or its
 * discovery document (OpenID Connect Discovery section 4) become the address of its keys. Anything else stays what it is.
 */
export function canonicalAddress(address: string): string {
  const microsoft = readMicrosoftAddress(address);
  if (microsoft) {
    const { host, tenant, isVersion2 } = microsoft;
    return `https://${host}/${tenant}/discovery/${isVersion2 ? 'v2.0/' : ''}keys`;
  }
  const plain = URL.canParse(address) ? new URL(address).href : address;
  return otherAddresses.get(plain) ?? addressOfIssuer(address) ?? plain;
}

/** Where the issuer of this name publishes its keys; null when no issuer that is known has it. */
export function addressOfIssuer(name: string): string | null {
  const bare = name.replace(/\/\.well-known\/openid-configuration$/, '');
  const tenantOf = /^https:\/\/[^/]+\/([^/]+)\/v2\.0\/?$/.exec(bare)?.[1];
  for (const { forms, keyDocuments } of issuers) {
    const [document] = keyDocuments;
    const isNamed = forms.some(({ template }) => {
      const filled = template.replace('{tenant}', tenantOf ?? '{tenant}');
      return filled === bare || template.replace('{tenant}', '{tenantid}') === bare;
    });
    if (document !== undefined && isNamed) return document.url;
  }
  return null;
}

/** Who the keys at a tenant's own address speak for, as their `issuer` member would say; null for shared addresses. */
export function ownerAt(address: string): string | null {
  const document = readMicrosoftAddress(address);
  if (document === null) return null;
  const { host, tenant } = document;
  const id = tenant === 'consumers' ? consumerTenant : tenant;
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? `https://${host}/${id}/v2.0`
    : null;
}

/**
 * Whether a document can be read beside the shared one: it is of a tenant, or of all organisations, and lists shared keys. The
 * keys of version 1.0 count only where their address names their tenant, which is what version 2.0 would say of them.
 */
export function standsInFor(address: string, shared: string): boolean {
  const own = readMicrosoftAddress(address);
  const wanted = readMicrosoftAddress(shared);
  if (own === null || wanted?.tenant !== 'common' || own.host !== wanted.host) return false;
  if (own.tenant === 'common' || own.tenant === 'consumers') return false;
  return own.isVersion2 ? wanted.isVersion2 : ownerAt(address) !== null || !wanted.isVersion2;
}

/** Whether some issuer is known to publish keys at this address, or at one that it can stand in for. */
export const isUsed = (address: string): boolean =>
  [...knownAddresses].some((known) => known === address || standsInFor(address, known));
