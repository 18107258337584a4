import type { FoundToken } from './found.ts';
import type { Tally } from './tally.ts';

/** All uses of one credential at one host, in one file. */
export interface TokenGroup {
  /** How often it was found. */
  readonly seen: number;
  /** Uses that can be judged differently, in the order of their times. */
  readonly uses: readonly [FoundToken, ...FoundToken[]];
  /** How many groups the input has; null when it is not read to its end yet. */
  readonly all: number | null;
}

/** Most different credentials of one file; each with its context takes some kilobytes. */
export const maxGroups = 200_000;
/** Most uses of one credential that are judged apart. */
export const maxUses = 1_000;

interface Uses {
  seen: number;
  /** The earliest and the latest use of each kind. */
  readonly kinds: Map<string, { first: FoundToken; last: FoundToken }>;
}

export interface Collector {
  /** False when the bound on credentials is reached. */
  readonly add: (token: FoundToken) => boolean;
  /** Everything that was added, each use completed with what was known only at the end. */
  readonly groups: (complete: (use: FoundToken) => FoundToken) => readonly TokenGroup[];
}

/**
 * Gathers uses. Time decides whether a token is expired or not yet valid, so of uses that are alike in all else the earliest and
 * the latest are kept; each use with a proof is one of its own.
 */
export function createCollector(tally: Tally, limit = maxGroups): Collector {
  const byCredential = new Map<string, Map<string | null, Uses>>();
  let count = 0;
  return {
    add(token) {
      const hosts = byCredential.get(token.credential) ?? new Map<string | null, Uses>();
      const uses = hosts.get(token.host) ?? { seen: 0, kinds: new Map() };
      if (uses.seen === 0) {
        if (count >= limit) return false;
        count++;
        hosts.set(token.host, uses);
        byCredential.set(token.credential, hosts);
      }
      uses.seen++;
      addUse(uses, token, tally);
      return true;
    },
    groups: (complete) =>
      [...byCredential.values()].flatMap((hosts) =>
        [...hosts.values()].flatMap(({ seen, kinds }) => {
          const [first, ...others] = inOrder(kinds.values()).map(complete);
          return first ? [{ seen, uses: [first, ...others] as const, all: count }] : [];
        }),
      ),
  };
}

function addUse({ kinds }: Uses, token: FoundToken, tally: Tally): void {
  const kind = kindOf(token);
  const known = kinds.get(kind);
  if (known === undefined) {
    if (kinds.size >= maxUses) tally.leaveOut('use-beyond-bound');
    else kinds.set(kind, { first: token, last: token });
    return;
  }
  if (token.atMs === null) return;
  if (known.first.atMs === null || token.atMs < known.first.atMs) known.first = token;
  if (known.last.atMs === null || token.atMs > known.last.atMs) known.last = token;
}

function kindOf({ documentHost, page, context, withheld }: FoundToken): string {
  const {
    presentedAs,
    answer,
    code,
    accessToken,
    proofs,
    method,
    url,
    deviceBinding,
    serverTrust,
  } = context;
  const alike = [
    documentHost,
    documentHost === null ? page : null,
    presentedAs,
    answer,
    withheld,
    serverTrust !== null,
  ];
  const request = proofs.length === 0 ? [] : [method, url, ...proofs];
  return JSON.stringify([...alike, code, accessToken, deviceBinding, ...request]);
}

function inOrder(kinds: Iterable<{ first: FoundToken; last: FoundToken }>): readonly FoundToken[] {
  const uses = [...kinds].flatMap(({ first, last }) => (first === last ? [first] : [first, last]));
  return uses.sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0));
}
