import {
  emptyHistory,
  type KeyDocument,
  type KeyEvent,
  type KeyHistory,
  observeDocument,
  type PublishedKey,
} from '../../src/core/index.ts';
import { commonKeysUrl } from './keys.ts';
import { enterpriseOwner } from './tokens.ts';

export const hour = 3_600_000;

/** A published key whose material is named after its id. */
export const keyOf = (kid: string, changes: Partial<PublishedKey> = {}): PublishedKey => ({
  jwk: { kty: 'RSA', n: kid, e: 'AQAB' },
  kid,
  x5t: kid,
  alg: null,
  owner: enterpriseOwner,
  certificate: null,
  cloudInstance: null,
  certifiesOther: false,
  thumbprint: `thumbprint of ${kid}`,
  ...changes,
});

export const documentOf = (
  keys: readonly PublishedKey[],
  url: string = commonKeysUrl,
): KeyDocument => ({ url, keys, skipped: 0 });

/** One answer, some milliseconds after the one before. */
export type Answer = readonly [laterMs: number, keys: readonly PublishedKey[]];

/** The history after the answers, and the events of all. */
export function replay(...answers: readonly Answer[]): {
  readonly history: KeyHistory;
  readonly events: readonly KeyEvent[];
} {
  let history = emptyHistory(commonKeysUrl);
  const events: KeyEvent[] = [];
  let atMs = 0;
  for (const [laterMs, keys] of answers) {
    atMs += laterMs;
    const next = observeDocument(history, documentOf(keys), atMs);
    history = next.history;
    events.push(...next.events);
  }
  return { history, events };
}

/** This many equal answers, the same time apart. */
export const repeat = (
  times: number,
  laterMs: number,
  keys: readonly PublishedKey[],
): readonly Answer[] => Array.from({ length: times }, () => [laterMs, keys] as const);

export const words = (events: readonly KeyEvent[]): readonly string[] =>
  events.map(({ kind, severity, kid }) => `${kind} ${severity} ${kid}`);
