import { type Directory, hostOfAddress, knownDirectory } from '../core/index.ts';
import type { Follow, Reach, Watch } from './sources/source.ts';

export interface WatchedHosts {
  readonly follow: Follow;
  /** From now on these are the webmails and issuers. What was added is watched, what was taken out no more. */
  readonly change: (directory: Directory) => void;
  /** Whether people sign in at this host. */
  readonly isSignIn: (host: string | null) => boolean;
  /** Looks again at what stands there: the browser may give more than it did. */
  readonly lookAgain: () => void;
}

/**
 * Tells everything that watches which hosts there are. Those that are known anyway are watched at once and for ever, because browsers
 * wake the background only for what was registered while it started; those that somebody added become known a moment later, and
 * are watched beside them.
 */
export function createWatchedHosts(known: Directory = knownDirectory): WatchedHosts {
  const fixed = reachOf(known, nobody);
  const watches: { readonly watch: Watch; stop: () => void }[] = [];
  let added = emptyReach;

  function begin(watch: Watch): () => void {
    if (added.mail.length === 0 && added.signIn.length === 0) return () => undefined;
    const stop = watch.watch(added);
    watch.look?.(added);
    return stop;
  }

  return {
    follow(watch) {
      watch.watch(fixed);
      watch.look?.(fixed);
      watches.push({ watch, stop: begin(watch) });
    },
    change(directory) {
      const next = reachOf(directory, known);
      if (JSON.stringify(next) === JSON.stringify(added)) return;
      added = next;
      for (const one of watches) {
        one.stop();
        one.stop = begin(one.watch);
      }
    },
    isSignIn: (host) =>
      host !== null && (fixed.signIn.includes(host) || added.signIn.includes(host)),
    lookAgain() {
      for (const { watch } of watches) {
        watch.look?.(fixed);
        if (added.mail.length > 0) watch.look?.(added);
      }
    },
  };
}

const emptyReach: Reach = Object.freeze({ pages: [], mail: [], signIn: [] });
const nobody: Pick<Directory, 'issuers' | 'providers'> = { issuers: [], providers: [] };

/** The hosts of a directory that are not those of another one. */
function reachOf(
  { providers, issuers }: Pick<Directory, 'issuers' | 'providers'>,
  without: Pick<Directory, 'issuers' | 'providers'>,
): Reach {
  const webmails = providers.filter((one) => !without.providers.includes(one));
  const signers = issuers.filter((one) => !without.issuers.includes(one));
  return Object.freeze({
    pages: unique(webmails.flatMap(({ hosts }) => hosts)),
    mail: unique(webmails.flatMap(({ hosts, apiHosts }) => [...hosts, ...apiHosts])),
    signIn: unique(
      signers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => hostOfAddress(url))),
    ),
  });
}

const unique = (hosts: readonly string[]): readonly string[] => [...new Set(hosts)];
