import * as v from 'valibot';
import type { EvidenceName, Inspection, ReasonCode } from '../core/index.ts';
import { evidenceNames, reasons } from '../core/index.ts';

const reasonCodes = Object.keys(reasons) as ReasonCode[];
const names: readonly EvidenceName[] = evidenceNames;

const outcome = v.variant('outcome', [
  v.object({ rule: v.string(), outcome: v.literal('pass') }),
  v.object({
    rule: v.string(),
    outcome: v.literal('fail'),
    severity: v.picklist(['danger', 'attention', 'note']),
    evidence: v.array(v.object({ name: v.picklist(names), value: v.string() })),
    acceptedAtMs: v.exactOptional(v.number()),
  }),
  v.object({ rule: v.string(), outcome: v.literal('unknown'), reason: v.picklist(reasonCodes) }),
  v.object({ rule: v.string(), outcome: v.literal('not-applicable') }),
]);

export const verdictSchema = v.picklist([
  'verified',
  'attention',
  'danger',
  'undetermined',
  'not-inspected',
]);

const text = v.nullable(v.string());
const seconds = v.nullable(v.number());

/** An inspection as it comes out of storage or a message. */
export const inspectionSchema: v.GenericSchema<unknown, Inspection> = v.object({
  verdict: verdictSchema,
  outcomes: v.array(outcome),
  notInspected: text,
  provider: text,
  issuer: text,
  fingerprint: v.string(),
  token: v.nullable(
    v.object({
      alg: text,
      enc: text,
      kid: text,
      typ: text,
      iss: text,
      aud: v.array(v.string()),
      tenant: text,
      account: text,
      subject: text,
      appId: text,
      issuedAtSeconds: seconds,
      expiresAtSeconds: seconds,
      version: text,
    }),
  ),
  key: v.nullable(v.object({ kid: text, thumbprint: v.string(), owner: text, url: v.string() })),
  source: v.string(),
  host: v.string(),
  seenAtMs: v.number(),
});
