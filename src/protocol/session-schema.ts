import * as v from 'valibot';
import type {
  EndReason,
  Inspection,
  SeenPlace,
  SessionBinding,
  SessionEnd,
} from '../core/index.ts';
import { inspectionSchema, verdictSchema } from './inspection-schema.ts';
import type { SessionView } from './views.ts';

const text = v.nullable(v.string());

export const endReasonSchema: v.GenericSchema<unknown, EndReason> = v.picklist([
  'signed-out',
  'cookies-gone',
  'storage-emptied',
  'expired',
  'unused',
]);

export const endSchema: v.GenericSchema<unknown, SessionEnd> = v.object({
  atMs: v.number(),
  because: endReasonSchema,
});

export const placeSchema: v.GenericSchema<unknown, SeenPlace> = v.object({
  fingerprint: v.string(),
  source: v.string(),
  host: v.string(),
  tabId: v.nullable(v.number()),
  firstAtMs: v.number(),
  lastAtMs: v.number(),
});

/** A token of a session, for the inspector: what it said, what was made of it, and where it was seen, the newest first. */
export interface TokenDetail {
  readonly inspection: Inspection;
  readonly places: readonly SeenPlace[];
}

/** Everything that is known of a session. */
export interface SessionDetail extends Omit<SessionView, 'inspections' | 'acceptable'> {
  readonly isPrivate: boolean;
  readonly firstSeenAtMs: number;
  /** Signs, in this run of the browser, that its webmail's sessions are bound to this device. */
  readonly binding: SessionBinding;
  /** All of its tokens, worst and newest first. */
  readonly tokens: readonly TokenDetail[];
}

/** Answer to `sessions`: those in use first, then those that have ended, the one seen last first. */
export interface SessionsAnswer {
  readonly sessions: readonly SessionDetail[];
}

const common = {
  id: v.string(),
  provider: text,
  providerName: v.string(),
  signOutUrl: text,
  account: text,
  tenant: text,
  verdict: verdictSchema,
  lastSeenAtMs: v.number(),
  endedAtMs: v.nullable(v.number()),
  endedBecause: v.nullable(endReasonSchema),
};

export const sessionsSchema: v.GenericSchema<unknown, SessionsAnswer> = v.object({
  sessions: v.array(
    v.object({
      ...common,
      isPrivate: v.boolean(),
      firstSeenAtMs: v.number(),
      binding: v.picklist(['none-seen', 'offered', 'in-use', 'ended']),
      tokens: v.array(v.object({ inspection: inspectionSchema, places: v.array(placeSchema) })),
    }),
  ),
});
