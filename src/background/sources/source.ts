import type { Sighting } from '../../core/index.ts';

/** Where a token can be seen. Emits what it sees and decodes nothing. */
export interface Source {
  /** Stable id, kebab-case, equal to the file name. */
  readonly id: string;
  /** Manifest permissions that it needs, besides the hosts. */
  readonly permissions: readonly string[];
  /**
   * Registers its listeners, at once and synchronously, and those for hosts that somebody added when these are known. What comes with
   * every request of a page is looked at `patiently`. What can be read at any time is read again `whenLookedAt`. Called once, at the
   * start of the background.
   */
  readonly start: (
    emit: (sighting: Sighting) => void,
    nowMs: () => number,
    ways: {
      readonly follow: Follow;
      readonly patiently: Patiently;
      readonly whenLookedAt: WhenLookedAt;
    },
  ) => void;
}

/** Hosts by what they are watched for. */
export interface Reach {
  /** Of webmails' pages. */
  readonly pages: readonly string[];
  /** Of their pages and of the interfaces that these use. */
  readonly mail: readonly string[];
  /** Of issuers, where people sign in. */
  readonly signIn: readonly string[];
}

export interface Watch {
  /** Begins to watch; what it returns ends that. Called at once for what is known anyway, later for what was added. */
  readonly watch: (reach: Reach) => () => void;
  /** Looks at what stands there already: at the start, and when hosts were added or given. */
  readonly look?: (reach: Reach) => void;
}

/** Has hosts watched, from now on. */
export type Follow = (watch: Watch) => void;

/**
 * Makes of a look at what was seen one that lets a busy page go first. Looks run in the order in which things were seen, each with the
 * time at which its thing was; `sizeOf` says how many characters it takes to keep one.
 */
export type Patiently = <Seen>(
  look: (seen: Seen, atMs: number) => void,
  sizeOf: (seen: Seen) => number,
) => (seen: Seen) => void;

/** Calls back when somebody looks at what is said of a tab. Of any tab: whether its page is watched is the source's to ask. */
export type WhenLookedAt = (callback: (tabId: number) => void) => void;
