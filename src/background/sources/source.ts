import type { Sighting } from '../../core/index.ts';

/** Where a token can be seen. Emits what it sees and decodes nothing. */
export interface Source {
  /** Stable id, kebab-case, equal to the file name. */
  readonly id: string;
  /** Manifest permissions that it needs, besides the hosts. */
  readonly permissions: readonly string[];
  /** Registers its listeners, at once and synchronously. Called once, at the start of the background. */
  readonly start: (emit: (sighting: Sighting) => void, nowMs: () => number) => void;
}
