import * as v from 'valibot';
import { historyRequest } from './history-schema.ts';
import { siteAccessRequestSchema, testIssuerSchema } from './own-webmails-schema.ts';
import { sessionViewSchema } from './session-schema.ts';
import { settingsSchema } from './settings-schema.ts';
import type { PopupView } from './views.ts';

/** What pages may ask of the background. */
export const requestSchema = v.variant('type', [
  v.object({ type: v.literal('popup-view'), tabId: v.nullable(v.pipe(v.number(), v.integer())) }),
  v.object({ type: v.literal('recheck') }),
  v.object({ type: v.literal('key-history') }),
  testIssuerSchema,
  siteAccessRequestSchema,
  historyRequest,
  v.object({ type: v.literal('sessions') }),
  v.object({ type: v.literal('erase-everything') }),
  v.object({ type: v.literal('settings') }),
  v.object({ type: v.literal('change-settings'), changes: v.partial(settingsSchema) }),
]);
export type Request = v.InferOutput<typeof requestSchema>;
export type RequestOf<Type extends Request['type']> = Extract<Request, { type: Type }>;

/** What the background tells open pages. */
export const noticeSchema = v.object({ type: v.literal('view-changed') });
export const viewChanged: v.InferOutput<typeof noticeSchema> = { type: 'view-changed' };

/** Answer to what was done and has nothing to tell. */
export const acceptedSchema = v.object({ type: v.literal('accepted') });

const opaqueSchema = v.object({
  cookies: v.nullable(
    v.array(
      v.object({
        name: v.string(),
        isPrefix: v.boolean(),
        purpose: v.picklist(['session', 'sign-in', 'renewal', 'request-proof', 'device']),
        isHttpOnly: v.boolean(),
        isSecure: v.boolean(),
        sameSite: v.picklist(['strict', 'lax', 'none', 'unspecified']),
        differs: v.boolean(),
      }),
    ),
  ),
  knownCookies: v.number(),
  binding: v.picklist(['none-seen', 'offered', 'in-use', 'ended']),
  idToken: v.picklist(['none-seen', 'seen', 'verified']),
  signOutUrl: v.string(),
});

export const popupViewSchema: v.GenericSchema<unknown, PopupView> = v.object({
  state: v.picklist([
    'session',
    'waiting',
    'opaque',
    'not-webmail',
    'hidden',
    'permission-missing',
    'site-closed',
  ]),
  host: v.nullable(v.string()),
  providerName: v.nullable(v.string()),
  opaque: v.nullable(opaqueSchema),
  unseen: v.array(
    v.object({ providerName: v.string(), reason: v.picklist(['not-permitted', 'closed']) }),
  ),
  here: v.array(sessionViewSchema),
  elsewhere: v.array(sessionViewSchema),
});
