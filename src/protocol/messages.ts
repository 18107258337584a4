import * as v from 'valibot';
import { acceptFindingSchema, stopAcceptingSchema } from './accepting-schema.ts';
import { blockedRequest, continueRequest } from './blocked-schema.ts';
import { historyRequest } from './history-schema.ts';
import { judgingRequest } from './judging-schema.ts';
import { managementRequest } from './management-schema.ts';
import { siteAccessRequestSchema, testIssuerSchema } from './own-webmails-schema.ts';
import { evidenceRequestSchema, removeSessionSchema } from './rescue-schema.ts';
import { settingsSchema } from './settings-schema.ts';

/** What pages may ask of the background. */
export const requestSchema = v.variant('type', [
  v.object({ type: v.literal('popup-view'), tabId: v.nullable(v.pipe(v.number(), v.integer())) }),
  v.object({ type: v.literal('recheck') }),
  v.object({ type: v.literal('key-history') }),
  judgingRequest,
  acceptFindingSchema,
  stopAcceptingSchema,
  removeSessionSchema,
  evidenceRequestSchema,
  testIssuerSchema,
  siteAccessRequestSchema,
  historyRequest,
  v.object({ type: v.literal('sessions') }),
  v.object({ type: v.literal('erase-everything') }),
  managementRequest,
  blockedRequest,
  continueRequest,
  v.object({ type: v.literal('settings') }),
  v.object({ type: v.literal('change-settings'), changes: v.partial(settingsSchema) }),
]);
export type Request = v.InferOutput<typeof requestSchema>;
export type RequestOf<Type extends Request['type']> = Extract<Request, { type: Type }>;

/** What the background tells open pages. */
export interface Notice {
  readonly type: 'view-changed';
}
export const viewChanged: Notice = { type: 'view-changed' };

/** Answer to what was done and has nothing to tell. */
export const acceptedSchema = v.object({ type: v.literal('accepted') });
