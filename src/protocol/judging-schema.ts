import * as v from 'valibot';
import { type KeyHistory, type KeyReading, type Policy, parsePolicy } from '../core/index.ts';

/** Most addresses of key documents that one request may ask for. */
export const maxFetched = 64;

/** What tokens are judged by in this browser; documents named in `fetch` are asked for anew, if they are ones that may be asked for. */
export const judgingRequest = v.object({
  type: v.literal('judging'),
  fetch: v.pipe(v.array(v.string()), v.maxLength(maxFetched)),
});

const text = v.nullable(v.string());
const time = v.nullable(v.number());
const member = v.exactOptional(v.string());

const publishedKey = v.object({
  jwk: v.object({ kty: v.string(), n: member, e: member, crv: member, x: member, y: member }),
  kid: text,
  x5t: text,
  alg: text,
  owner: text,
  cloudInstance: text,
  certificate: v.nullable(
    v.object({
      notBeforeSeconds: v.number(),
      notAfterSeconds: v.number(),
      sha1: v.string(),
      sha256: v.string(),
    }),
  ),
  certifiesOther: v.boolean(),
  thumbprint: v.string(),
});

const identity = { thumbprint: v.string(), owner: text };
const knownKey = v.object({
  ...identity,
  certificate: v.nullable(v.object({ notBeforeSeconds: v.number(), notAfterSeconds: v.number() })),
  firstSeenMs: v.number(),
  lastSeenMs: v.number(),
  absence: v.nullable(
    v.object({ sinceMs: v.number(), answers: v.number(), countedMs: v.number() }),
  ),
  returned: v.nullable(v.object({ atMs: v.number(), retiredSinceMs: v.number() })),
  earlier: v.array(v.object({ ...identity, untilMs: v.number() })),
});

/** Messages hold no maps in every browser, so that of a history travels as a list. */
const history = v.object({
  url: v.string(),
  keys: v.pipe(
    v.array(v.tuple([v.string(), knownKey])),
    v.transform((entries) => new Map(entries)),
  ),
  sinceMs: time,
  observedAtMs: time,
  denseSinceMs: time,
  answers: v.number(),
  longestAbsenceMs: v.number(),
});

const reading: v.GenericSchema<unknown, KeyReading> = v.object({
  url: v.string(),
  document: v.nullable(
    v.object({ url: v.string(), keys: v.array(publishedKey), skipped: v.number() }),
  ),
  confirmedAtMs: time,
  freshness: v.picklist(['fresh', 'stale', 'none']),
  problem: v.nullable(
    v.picklist([
      'offline',
      'timeout',
      'server-error',
      'not-a-key-document',
      'too-large',
      'permission-missing',
      'cooling-down',
    ]),
  ),
  history: v.exactOptional(history),
});

/** What tokens are judged by in this browser: the documents of known and added issuers, and what an organisation asks for. */
export interface Judging {
  readonly readings: readonly KeyReading[];
  readonly policy: Policy;
}

export const judgingSchema: v.GenericSchema<unknown, Judging> = v.object({
  readings: v.array(reading),
  policy: v.pipe(
    v.unknown(),
    v.transform((value) => parsePolicy(value).policy),
  ),
});

/** A reading as it travels in a message. */
export const packReading = ({ history: kept, ...rest }: KeyReading): unknown =>
  kept === undefined ? rest : { ...rest, history: packHistory(kept) };

const packHistory = (kept: KeyHistory): unknown => ({ ...kept, keys: [...kept.keys] });
