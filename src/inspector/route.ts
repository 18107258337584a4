/** Longest part of an address after its `#` that is read. */
export const maxHashLength = 2048;

/** What of the inspector is open: a section, and what in it is chosen. */
export interface Route {
  /** Id of a section; an unknown one stands for the first. */
  readonly section: string;
  /** Id of the session that is open; null: the list. Compared with known ids, never shown. */
  readonly session: string | null;
  /** What is searched for or marked in a section; null: nothing. */
  readonly query: string | null;
}

/**
 * Reads the address: `#keys`, `#history&query=…`, `#session=…`. Anything can stand there, as other pages may link here.
 */
export function parseRoute(hash: string): Route {
  if (hash.length > maxHashLength) return { section: '', session: null, query: null };
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const [first] = [...parameters.keys()];
  const session = parameters.get('session');
  return {
    section: session === null ? (first ?? '') : 'sessions',
    session,
    query: parameters.get('query'),
  };
}

/** The address of a section, of one session, or of a section with a query. */
export function hashOf(section: string, chosen: Partial<Omit<Route, 'section'>> = {}): string {
  const { session = null, query = null } = chosen;
  if (session !== null) return `#session=${encodeURIComponent(session)}`;
  return query === null ? `#${section}` : `#${section}&query=${encodeURIComponent(query)}`;
}
