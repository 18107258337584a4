import type { Citation } from '../providers/provider.ts';

/** Who runs a service, as far as host names tell. */
export interface Owner {
  readonly name: string;
  /**
   * Registered domains whose host names are all its own, lower case. None under which customers or strangers get names that they can
   * fill with servers of their own.
   */
  readonly domains: readonly string[];
  readonly citations: readonly Citation[];
}

/** A service that tokens are made for (RFC 7519 section 4.1.3), with every name that issuers write for it. Data without code; one file each. */
export interface Audience {
  /** Stable id, kebab-case, equal to the file name. */
  readonly id: string;
  readonly name: string;
  /**
   * Lower-case GUID: alone, after `spn:`, or before a slash or an `@` and what it was asked for with. Null: it has none, or nobody
   * outside knows it.
   */
  readonly applicationId: string | null;
  /** Exact host names of https addresses that name it, with any path; tokens for it are used there too. */
  readonly hosts: readonly string[];
  /** Domains whose every host name below names it: each customer has one. Left out: none. */
  readonly customerDomains?: readonly string[];
  /** Organisations run servers of their own under the same id, so the id alone does not say where a token belongs. */
  readonly hasCustomerServers?: true;
  readonly owner: Owner;
  readonly citations: readonly Citation[];
}
