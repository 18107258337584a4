/** Where a fact comes from. `verified: false` marks facts that never cause more than a note. */
export interface Citation {
  readonly url: string;
  /** Day on which the page was read, ISO 8601. */
  readonly read: string;
  readonly verified: boolean;
}

/** A webmail: whose session is this? Data without code; one file each. */
export interface Provider {
  /** Stable id, kebab-case, equal to the file name. */
  readonly id: string;
  /** The name people know, shown as it is in every language. */
  readonly name: string;
  /** Exact host names of the webmail's own pages, lower case. */
  readonly hosts: readonly string[];
  /** Exact host names of the interfaces that its pages call with tokens. */
  readonly apiHosts: readonly string[];
  /** Ids of the issuers whose tokens belong in this webmail's sessions. */
  readonly issuers: readonly string[];
  /** Address at which the person ends all sessions everywhere. */
  readonly signOutUrl: string;
  readonly citations: readonly Citation[];
}
