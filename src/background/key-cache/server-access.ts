import type { Issuer } from '../../core/index.ts';
import { mayTellConnections } from '../../platform/host-permissions.ts';
import { observeKeyConnections } from '../../platform/key-connections.ts';
import { createConnectionWatch } from './connection-watch.ts';
import {
  type Fetch,
  type FetchedDocument,
  fetchDocument,
  type Validators,
} from './fetch-document.ts';

export interface ServerAccess {
  /** Asks for a document; with it comes by which connection it came, where the person wants that and the browser tells. */
  readonly ask: (url: string, validators: Validators) => Promise<FetchedDocument>;
  /** Looks again whether connections are to be told. */
  readonly refresh: () => void;
}

/** The way out of the background for what is fetched. */
export function createServerAccess(parts: {
  readonly fetcher: Fetch;
  readonly tellsConnections: () => boolean;
  readonly issuers: () => readonly Issuer[];
  readonly nowMs: () => number;
}): ServerAccess {
  const connections = createConnectionWatch({
    isWanted: parts.tellsConnections,
    isAllowed: mayTellConnections,
    issuers: parts.issuers,
    observe: observeKeyConnections,
  });
  return {
    ask: async (url, validators) =>
      connections.join(url, await fetchDocument(url, validators, parts.fetcher, parts.nowMs)),
    refresh: () => void connections.refresh(),
  };
}
