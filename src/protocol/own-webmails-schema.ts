import * as v from 'valibot';
import { type ShapeId, shapeIds } from '../core/index.ts';

/** Longest text of an address that somebody types, and most hosts of one question. */
export const maxTypedLength = 2048;
export const maxAskedHosts = 128;

const typed = v.pipe(v.string(), v.maxLength(maxTypedLength));

/** Asks the background to fetch and judge the documents of an issuer that somebody is about to add. */
export const testIssuerSchema = v.object({
  type: v.literal('test-issuer'),
  issuer: typed,
  shape: v.picklist(shapeIds satisfies readonly ShapeId[]),
  discovery: v.exactOptional(typed),
  keyDocument: v.exactOptional(typed),
});

/**
 * What came of it.
 * `usable`: its keys can be had and used.
 * `address-not-plain`, `issuer-known`, `issuer-imitates`, `shape-differs`: it cannot be added; nothing was asked.
 * `not-permitted`: the browser lets nobody ask the host `ask`, which the person can allow.
 * `discovery-unreachable`, `discovery-too-large`, `not-a-discovery-document`, `issuer-differs`, `keys-not-https`: its discovery document.
 * `keys-unreachable`, `keys-too-large`, `not-a-key-document`, `no-usable-key`: its key set.
 */
export const issuerTestResults = [
  'usable',
  'address-not-plain',
  'issuer-known',
  'issuer-imitates',
  'shape-differs',
  'not-permitted',
  'discovery-unreachable',
  'discovery-too-large',
  'not-a-discovery-document',
  'issuer-differs',
  'keys-not-https',
  'keys-unreachable',
  'keys-too-large',
  'not-a-key-document',
  'no-usable-key',
] as const;

export type IssuerTestResult = (typeof issuerTestResults)[number];

export interface IssuerTest {
  readonly result: IssuerTestResult;
  /** How many keys can be used. */
  readonly keys: number;
  /** What the issuer says that it signs ID tokens with, and what its keys are for; names of RFC 7518. */
  readonly algorithms: readonly string[];
  /** Where its keys are; null: not known. */
  readonly keyDocument: string | null;
  /** With `not-permitted`, the host to ask the person for; else null. */
  readonly ask: string | null;
}

export const issuerTestSchema: v.GenericSchema<unknown, IssuerTest> = v.object({
  result: v.picklist(issuerTestResults),
  keys: v.number(),
  algorithms: v.array(v.string()),
  keyDocument: v.nullable(v.string()),
  ask: v.nullable(v.string()),
});

/** Asks which of some hosts may be looked at. */
export const siteAccessRequestSchema = v.object({
  type: v.literal('site-access'),
  hosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(maxAskedHosts)),
});

/** `open`, `not-permitted` (the person can change that) or `closed` (a policy or the browser's maker can), in the order asked. */
export const siteAccessSchema = v.array(
  v.object({ host: v.string(), access: v.picklist(['open', 'not-permitted', 'closed']) }),
);
export type HostAccess = v.InferOutput<typeof siteAccessSchema>[number];
