import { ownersContradict } from '../owners.ts';
import { eventOf, type KeyEvent } from './events.ts';
import { type KeyHistory, type KnownKey, leastNameLength } from './history.ts';

/**
 * What the newest answer of a document says of keys that cannot be true beside what other documents said: a key of a single
 * tenant listed as a key of all, or one key id with two materials at one host. Told when a key is new or has changed.
 */
export function findContradictions(
  before: KeyHistory,
  after: KeyHistory,
  others: Iterable<KeyHistory>,
): readonly KeyEvent[] {
  const { url, observedAtMs: atMs } = after;
  if (atMs === null) return [];
  const changed = [...after.keys].filter(
    ([id, known]) => known.lastSeenMs === atMs && hasChanged(before.keys.get(id), known),
  );
  if (changed.length === 0) return [];
  const events: KeyEvent[] = [];
  for (const other of others) {
    if (other.url === url) continue;
    const byMaterial = new Map([...other.keys.values()].map((key) => [key.thumbprint, key]));
    const isSameHost = originOf(other.url) === originOf(url);
    for (const [kid, { thumbprint, owner }] of changed) {
      const occasion = { url, kid, atMs, thumbprint };
      const isName = isSameHost && kid.length >= leastNameLength;
      const named = isName ? other.keys.get(kid) : undefined;
      if (named !== undefined && named.thumbprint !== thumbprint) {
        const more = { before: named.thumbprint };
        events.push(eventOf('contradicted', 'danger', occasion, more));
      }
      const same = byMaterial.get(thumbprint);
      if (same === undefined) continue;
      if (ownersContradict({ url, owner }, { url: other.url, owner: same.owner })) {
        events.push(eventOf('contradicted', 'danger', occasion));
      }
    }
  }
  return events;
}

const hasChanged = (before: KnownKey | undefined, now: KnownKey): boolean =>
  before === undefined || before.thumbprint !== now.thumbprint || before.owner !== now.owner;

/** Scheme and host of an address, as written: key documents have fixed addresses. */
const originOf = (url: string): string => url.split('/', 3).join('/');
