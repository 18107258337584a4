import { issuers } from '../issuers/index.ts';
import type { KeyDocumentSource } from '../issuers/issuer.ts';

const sources: ReadonlyMap<string, KeyDocumentSource> = new Map(
  issuers.flatMap(({ keyDocuments }) => keyDocuments.map((source) => [source.url, source])),
);

/** What one document says of a key's owner. */
export interface OwnerStatement {
  /** Address of the document. */
  readonly url: string;
  /** The key's `issuer` member; null where there is none. */
  readonly owner: string | null;
}

const tenantInOwner = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/**
 * Whether two documents cannot both be right about whose one key is. Clouds share keys, and a tenant's own document names that
 * tenant for keys that all share, so only one thing is out of the question: that a key of a single tenant, such as that of
 * private accounts, is also a key of all others. Documents that state no owners list keys of organisations alone (recorded
 * version 1.0 documents of Entra, 2014 to 2024).
 */
export function ownersContradict(one: OwnerStatement, other: OwnerStatement): boolean {
  const first = scopeOf(one);
  const second = scopeOf(other);
  if (first === null || second === null || first === second) return false;
  return first !== allTenants || second !== allTenants;
}

const allTenants = '{tenantid}';

/** `{tenantid}` for a key of all tenants, the whole owner for a key of one; null where nothing is said. */
function scopeOf({ url, owner }: OwnerStatement): string | null {
  if (owner === null) return sources.get(url)?.ownership === 'unstated' ? allTenants : null;
  if (owner.includes(allTenants)) return allTenants;
  const tenant = tenantInOwner.exec(owner)?.[0];
  return tenant !== undefined && url.includes(`/${tenant}/`) ? allTenants : owner;
}

/** Whether an owner is one concrete tenant, such as that of private accounts, and not a whole cloud. */
export const belongsToOneTenant = (owner: string): boolean => !owner.includes(allTenants);
