import { noContext, type UseContext } from '../../core/index.ts';

/** A credential that a file holds, with what the file says about its use. As hostile as the file. */
export interface FoundToken {
  readonly credential: string;
  /** Where it was going, lower case; null when the file does not say. */
  readonly host: string | null;
  /** Page that used it; null when the file does not say. */
  readonly documentHost: string | null;
  /** When it was used, milliseconds since the epoch; null when the file does not say. */
  readonly atMs: number | null;
  /** Where in the file: a line, or a path of member names. Holds no content. */
  readonly place: string;
  readonly context: UseContext;
}

/** A credential of which nothing is known but where it stood. */
export function foundAt(place: string, credential: string): FoundToken {
  return { credential, host: null, documentHost: null, atMs: null, place, context: noContext };
}
