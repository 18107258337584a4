import * as v from 'valibot';
import { inspectionSchema, verdictSchema } from './inspection-schema.ts';
import type { PopupView } from './views.ts';

/** What pages may ask of the background. */
export const requestSchema = v.variant('type', [
  v.object({ type: v.literal('popup-view'), tabId: v.nullable(v.pipe(v.number(), v.integer())) }),
  v.object({ type: v.literal('recheck') }),
]);
export type Request = v.InferOutput<typeof requestSchema>;

/** What the background tells open pages. */
export const noticeSchema = v.object({ type: v.literal('view-changed') });
export const viewChanged: v.InferOutput<typeof noticeSchema> = { type: 'view-changed' };

const sessionSchema = v.object({
  id: v.string(),
  provider: v.nullable(v.string()),
  providerName: v.string(),
  signOutUrl: v.nullable(v.string()),
  account: v.nullable(v.string()),
  tenant: v.nullable(v.string()),
  verdict: verdictSchema,
  inspections: v.array(inspectionSchema),
  lastSeenAtMs: v.number(),
});

export const popupViewSchema: v.GenericSchema<unknown, PopupView> = v.object({
  state: v.picklist(['session', 'waiting', 'not-webmail', 'permission-missing']),
  host: v.nullable(v.string()),
  providerName: v.nullable(v.string()),
  here: v.array(sessionSchema),
  elsewhere: v.array(sessionSchema),
});
