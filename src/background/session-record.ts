import * as v from 'valibot';
import type { SeenPlace, Session } from '../core/index.ts';
import { inspectionSchema } from '../protocol/inspection-schema.ts';
import { endSchema, placeSchema } from '../protocol/session-schema.ts';

/** Version of the records on disk. A record of another one is dropped. */
export const sessionRecordVersion = 1;

const text = v.nullable(v.string());

/** A session as it comes out of storage. */
export const sessionSchema: v.GenericSchema<unknown, Session> = v.object({
  id: v.string(),
  provider: text,
  tenant: text,
  subject: text,
  account: text,
  isPrivate: v.boolean(),
  inspections: v.array(inspectionSchema),
  firstSeenAtMs: v.number(),
  lastSeenAtMs: v.number(),
  places: v.array(placeSchema),
  end: v.nullable(endSchema),
  tabs: v.array(v.object({ tabId: v.number(), atMs: v.number() })),
});

const recordSchema = v.object({
  version: v.literal(sessionRecordVersion),
  session: sessionSchema,
});

/** What of a session goes to disk: all but the numbers of tabs, which mean nothing after the browser was closed. Undefined: nothing. */
export function writeSessionRecord(session: Session | undefined): unknown {
  if (session === undefined || session.isPrivate) return undefined;
  const places = withoutTabs(session.places);
  return { version: sessionRecordVersion, session: { ...session, places, tabs: [] } };
}

/** Places that differ in nothing but the tab are one. */
function withoutTabs(places: readonly SeenPlace[]): readonly SeenPlace[] {
  const merged = new Map<string, SeenPlace>();
  for (const place of places) {
    const name = `${place.fingerprint} ${place.source} ${place.host}`;
    const same = merged.get(name) ?? place;
    merged.set(name, {
      ...place,
      tabId: null,
      firstAtMs: Math.min(place.firstAtMs, same.firstAtMs),
      lastAtMs: Math.max(place.lastAtMs, same.lastAtMs),
    });
  }
  return [...merged.values()];
}

/** Sessions as the disk has them, and how many records are none. */
export function readSessionRecords(records: readonly unknown[]): {
  readonly known: readonly Session[];
  readonly dropped: number;
} {
  const known = records.map(readSessionRecord).filter((session) => session !== null);
  return { known, dropped: records.length - known.length };
}

/** A session as the disk has it, or null for anything else. */
function readSessionRecord(value: unknown): Session | null {
  const parsed = v.safeParse(recordSchema, value);
  return parsed.success && !parsed.output.session.isPrivate ? parsed.output.session : null;
}
