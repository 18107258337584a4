import {
  configurationOf,
  hostOfAddress,
  knownDirectory,
  type Policy,
  type Provider,
} from '../core/index.ts';
import { keyDocumentTable, keyHistoryTable } from '../platform/database.ts';
import { isPermitted } from '../platform/host-permissions.ts';
import { logProblem } from '../platform/log.ts';
import type { Settings } from '../protocol/settings-schema.ts';
import { createDirectoryHolder, type DirectoryHolder } from './directory-holder.ts';
import { createIssuerTest } from './issuer-test.ts';
import type { FetchedDocument, Validators } from './key-cache/fetch-document.ts';
import { createFetchKeys } from './key-cache/fetch-keys.ts';
import { createKeyCache, type KeyCache } from './key-cache/key-cache.ts';
import { createKeySources } from './key-cache/key-sources.ts';
import type { OffWebmails } from './off-webmails.ts';
import type { Webmails } from './session-view.ts';
import { createWatchedHosts, type WatchedHosts } from './watched-hosts.ts';

export interface DirectoryParts {
  readonly directory: DirectoryHolder;
  readonly hosts: WatchedHosts;
  readonly keys: KeyCache;
  readonly webmails: () => Webmails;
  /** Where the keys of a webmail's added issuers are: hosts that the person must give. */
  readonly keyHostsOf: (provider: Provider) => readonly string[];
  /** Those that are turned off. */
  readonly off: () => OffWebmails;
  /** What an organisation asks for, or what the person chose, may have changed. */
  readonly refresh: () => void;
  readonly testIssuer: ReturnType<typeof createIssuerTest>;
}

/** Which webmails and issuers there are, and what follows from that: the hosts that are watched, and the keys that are asked for. */
export function createDirectoryParts(parts: {
  readonly policy: () => Policy;
  /** As far as the organisation lets people choose. */
  readonly settings: () => Settings;
  /** Resolves when they were read. */
  readonly settingsReady: () => Promise<void>;
  readonly fetchDocument: (url: string, validators: Validators) => Promise<FetchedDocument>;
  /** What tokens are judged by has changed. */
  readonly onChange: () => void;
  /** Other webmails than before are turned off. */
  readonly onTurnedOff: () => void;
  readonly nowMs: () => number;
}): DirectoryParts {
  const { fetchDocument, nowMs } = parts;
  const hosts = createWatchedHosts(knownDirectory, parts.settingsReady);
  const sources = createKeySources();
  const keys = createKeyCache({
    allowedUrls: sources.urls,
    table: keyDocumentTable,
    histories: keyHistoryTable,
    fetchDocument: createFetchKeys({ findSource: sources.find, fetchDocument, isPermitted }),
    nowMs,
    logProblem,
  });
  const directory = createDirectoryHolder({
    readPolicy: () => configurationOf(parts.policy()),
    readSettings: () => {
      const { ownIssuers, ownWebmails } = parts.settings();
      return { issuers: ownIssuers, webmails: ownWebmails };
    },
    onChange: (changed) => {
      sources.change(changed);
      hosts.change(changed, turnedOff);
      parts.onChange();
    },
    logProblem,
  });
  // Asked for with every sighting, so it is not made anew each time.
  let turnedOff: OffWebmails = new Set();
  const refresh = () => {
    const before = [...turnedOff].join();
    turnedOff = new Set(parts.settings().offProviders);
    directory.refresh();
    hosts.change(directory.current(), turnedOff);
    if ([...turnedOff].join() !== before) parts.onTurnedOff();
  };
  const testIssuer = createIssuerTest({
    fetchDocument: (url) => fetchDocument(url, { etag: null, lastModified: null }),
    isPermitted,
  });
  const webmails = () => directory.current().providers;
  const keyHostsOf = ({ issuers: ids }: Provider): readonly string[] => {
    const added = directory
      .current()
      .issuers.filter((one) => ids.includes(one.id) && !knownDirectory.issuers.includes(one));
    return added.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => hostOfAddress(url)));
  };
  return {
    directory,
    hosts,
    keys,
    webmails,
    keyHostsOf,
    off: () => turnedOff,
    refresh,
    testIssuer,
  };
}
