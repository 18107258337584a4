import { type Directory, type KeyDocumentSource, knownDirectory } from '../../core/index.ts';

export interface KeySources {
  /** Every address that may be asked. Another set after each change; what was taken out stays until the background ends, as `find` refuses it. */
  readonly urls: () => ReadonlySet<string>;
  /** What stands at this address now; undefined: nothing that is known. */
  readonly find: (url: string) => KeyDocumentSource | undefined;
  readonly change: (directory: Directory) => void;
}

/** Where keys are: the addresses of a directory, of which the first issuer that names one decides what stands there. */
export function createKeySources(known: Directory = knownDirectory): KeySources {
  let sources = sourcesOf(known);
  let urls: ReadonlySet<string> = new Set(sources.keys());
  return {
    urls: () => urls,
    find: (url) => sources.get(url),
    change(directory) {
      sources = sourcesOf(directory);
      urls = new Set([...urls, ...sources.keys()]);
    },
  };
}

function sourcesOf({ issuers }: Directory): ReadonlyMap<string, KeyDocumentSource> {
  const all = issuers.flatMap(({ keyDocuments }) => keyDocuments);
  // The first one is written last.
  return new Map(all.reverse().map((source) => [source.url, source]));
}
