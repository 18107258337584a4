import { noContext, type UseContext } from '../core/index.ts';

/** Why a file holds no text of a credential that could be judged, though it says that there was one. */
export type Withheld =
  /** An MSAL.js cache entry that only its own page can open. */
  | 'encrypted-cache'
  /** Whoever made the file put something else in its place. */
  | 'masked';

/** A credential that a file holds, with what the file says about its use. As hostile as the file. */
export interface FoundToken {
  readonly credential: string;
  /** Where it was going, lower case; null when the file does not say. */
  readonly host: string | null;
  /** Page that used it; null when the file does not say. */
  readonly documentHost: string | null;
  /** Id of the page in the file, whose address may be known only at its end. */
  readonly page: string | null;
  /** When it was used, milliseconds since the epoch; null when the file does not say. */
  readonly atMs: number | null;
  /** It was only kept, or may have been used earlier: that it runs out before it is judged means nothing. */
  readonly mayBeOlder: boolean;
  /** Where in the file: a line, or a path of member names. Holds no content. */
  readonly place: string;
  readonly context: UseContext;
  /** Null: `credential` is there. Else `credential` is what stands in its place. */
  readonly withheld: Withheld | null;
}

/** A credential of which nothing is known but where it stood. */
export function foundAt(place: string, credential: string): FoundToken {
  return {
    credential,
    host: null,
    documentHost: null,
    page: null,
    atMs: null,
    mayBeOlder: false,
    place,
    context: noContext,
    withheld: null,
  };
}

/** A name and a value of a header, a cookie, a form or an address, and where they stood. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  readonly place: string;
}
