import * as v from 'valibot';
import type { KeyHistoryExport } from '../core/index.ts';

const text = v.nullable(v.string());

const key = v.object({
  kid: v.string(),
  thumbprint: v.string(),
  owner: text,
  first_seen: v.string(),
  last_seen: v.string(),
  absent_since: text,
  retired_since: text,
  returned_at: text,
  certificate: v.nullable(v.object({ not_before: v.string(), not_after: v.string() })),
  earlier: v.array(v.object({ thumbprint: v.string(), owner: text, until: v.string() })),
  published_at: v.array(v.string()),
});

/** An export of key histories as it comes out of a message. */
export const keyHistorySchema: v.GenericSchema<unknown, KeyHistoryExport> = v.object({
  format: v.literal('countersign-key-history'),
  version: v.literal(1),
  exported_at: v.string(),
  documents: v.array(
    v.object({
      url: v.string(),
      answers: v.number(),
      first_answer: v.string(),
      last_answer: v.string(),
      unevenness_seconds: v.number(),
      keys: v.array(key),
    }),
  ),
});
