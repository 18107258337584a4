import { hostOfAddress, type Issuer, type KeyConnection } from '../../core/index.ts';
import type { FetchedDocument } from './fetch-document.ts';

/** Most connections that wait to be asked for; each belongs to a request that is under way. */
export const maxWaiting = 64;

export interface ConnectionWatch {
  /** Looks again whether it is wanted and allowed, and at which addresses there are. */
  readonly refresh: () => Promise<void>;
  /** What was fetched, with the connection by which it came; without one where nobody said. */
  readonly join: (url: string, fetched: FetchedDocument) => FetchedDocument;
}

/** Watches by which connections key documents come, while the person wants it and the browser allows it. */
export function createConnectionWatch(parts: {
  readonly isWanted: () => boolean;
  readonly isAllowed: () => Promise<boolean>;
  /** Whose key documents are asked for. */
  readonly issuers: () => readonly Issuer[];
  readonly observe: (
    urls: readonly string[],
    callback: (url: string, connection: KeyConnection) => void,
  ) => () => void;
}): ConnectionWatch {
  const waiting = new Map<string, KeyConnection>();
  let watched = '';
  let stop: (() => void) | null = null;

  function note(url: string, connection: KeyConnection): void {
    waiting.delete(url);
    waiting.set(url, connection);
    const [oldest] = waiting.keys();
    if (waiting.size > maxWaiting && oldest !== undefined) waiting.delete(oldest);
  }

  async function look(): Promise<void> {
    const urls = parts.isWanted() && (await parts.isAllowed()) ? patternsOf(parts.issuers()) : [];
    const next = urls.join(' ');
    if (next === watched) return;
    stop?.();
    watched = next;
    stop = urls.length > 0 ? parts.observe(urls, note) : null;
  }

  // One look after the other, so that none ends what a later one has begun.
  let last: Promise<void> = Promise.resolve();
  return {
    refresh() {
      const work = last.then(look);
      last = work.catch(() => undefined);
      return last;
    },
    join(url, fetched) {
      const connection = waiting.get(url) ?? null;
      waiting.delete(url);
      return fetched.kind === 'problem' ? fetched : { ...fetched, connection };
    },
  };
}

/** Every address of the hosts that hand out keys: an added issuer's key set may stand beside its discovery document. */
function patternsOf(issuers: readonly Issuer[]): readonly string[] {
  const hosts = issuers.flatMap(({ keyDocuments }) =>
    keyDocuments.map(({ url }) => hostOfAddress(url)),
  );
  return [...new Set(hosts)].sort().map((host) => `https://${host}/*`);
}
