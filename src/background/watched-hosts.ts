import { type Directory, hostOfAddress, knownDirectory, type Provider } from '../core/index.ts';
import type { OffWebmails } from './off-webmails.ts';
import type { Follow, Reach, Watch } from './sources/source.ts';

export interface WatchedHosts {
  readonly follow: Follow;
  /** From now on these are the webmails and issuers, and these webmails are turned off. What is new is watched, the rest no more. */
  readonly change: (directory: Directory, off?: OffWebmails) => void;
  /** Whether people sign in at this host. */
  readonly isSignIn: (host: string | null) => boolean;
  /** Looks again at what stands there: the browser may give more than it did. */
  readonly lookAgain: () => void;
}

/** What is watched in one go: what is known anyway, or what was added. */
interface Part {
  reach: Reach;
  readonly stops: (() => void)[];
}

/**
 * Tells everything that watches which hosts there are. Those that are known anyway are watched at once, because browsers wake the
 * background only for what was registered while it started; those that somebody added become known a moment later, and are watched
 * beside them. Hosts of webmails that the person turned off are let go of as soon as that is known; what stands there already
 * is not looked at before.
 */
export function createWatchedHosts(
  known: Directory = knownDirectory,
  /** Resolves when it is known what is turned off. Left out: nothing ever is. */
  whenKnown?: () => Promise<void>,
): WatchedHosts {
  const watches: Watch[] = [];
  const fixed: Part = { reach: reachOf(known, nobody, nothingOff), stops: [] };
  const added: Part = { reach: emptyReach, stops: [] };
  const isEmpty = ({ reach }: Part) => reach.mail.length === 0 && reach.signIn.length === 0;

  function look(watch: Watch, part: Part): void {
    if (!isEmpty(part)) watch.look?.(part.reach);
  }

  function change(part: Part, reach: Reach): void {
    if (JSON.stringify(reach) === JSON.stringify(part.reach)) return;
    part.reach = reach;
    for (const stop of part.stops.splice(0)) stop();
    if (isEmpty(part)) return;
    for (const watch of watches) {
      part.stops.push(watch.watch(reach));
      look(watch, part);
    }
  }

  return {
    follow(watch) {
      watches.push(watch);
      for (const part of [fixed, added]) {
        if (!isEmpty(part)) part.stops.push(watch.watch(part.reach));
      }
      if (watch.look === undefined) return;
      const lookAtAll = () => {
        look(watch, fixed);
        look(watch, added);
      };
      if (whenKnown === undefined) lookAtAll();
      else void whenKnown().then(lookAtAll);
    },
    change(directory, off = nothingOff) {
      change(fixed, reachOf(known, nobody, off));
      change(added, reachOf(directory, known, off));
    },
    isSignIn: (host) =>
      host !== null && (fixed.reach.signIn.includes(host) || added.reach.signIn.includes(host)),
    lookAgain() {
      for (const watch of watches) {
        look(watch, fixed);
        look(watch, added);
      }
    },
  };
}

const emptyReach: Reach = Object.freeze({ pages: [], mail: [], signIn: [] });
const nobody: Pick<Directory, 'issuers' | 'providers'> = { issuers: [], providers: [] };
const nothingOff: OffWebmails = new Set();

/** The hosts of a directory that are not those of another one, without those of webmails that are turned off. */
function reachOf(
  { providers, issuers }: Pick<Directory, 'issuers' | 'providers'>,
  without: Pick<Directory, 'issuers' | 'providers'>,
  off: OffWebmails,
): Reach {
  const isWatched = (one: Provider) => !without.providers.includes(one) && !off.has(one.id);
  const webmails = providers.filter(isWatched);
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
