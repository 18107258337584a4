import * as v from 'valibot';

/** Form of the id in the address of a blocked page: nothing else stands there. */
const blockId = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));

/** Asks why a tab was closed. */
export const blockedRequest = v.object({ type: v.literal('blocked'), id: blockId });

/** Goes on to the webmail all the same. */
export const continueRequest = v.object({ type: v.literal('continue-blocked'), id: blockId });

/** Why a webmail was closed. What tokens claim is hostile text. */
export interface Blocked {
  readonly webmail: string;
  /** Exact host of the page that was closed. */
  readonly host: string;
  readonly account: string | null;
  /** Ids of the rules that found a danger, the first one found first. */
  readonly rules: readonly string[];
  readonly atMs: number;
  readonly signOutUrl: string | null;
  readonly mayContinue: boolean;
  readonly contact: {
    readonly name: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
}

const text = v.nullable(v.string());

/** Answer to `blocked`; null: nothing of this id is closed, or it was too long ago. */
export const blockedSchema: v.GenericSchema<unknown, Blocked | null> = v.nullable(
  v.object({
    webmail: v.string(),
    host: v.string(),
    account: text,
    rules: v.array(v.string()),
    atMs: v.number(),
    signOutUrl: text,
    mayContinue: v.boolean(),
    contact: v.nullable(v.object({ name: text, email: text, phone: text })),
  }),
);

/** Answer to `continue-blocked`: whether the tab goes on. */
export const continuedSchema = v.object({ result: v.picklist(['goes-on', 'forbidden', 'gone']) });
export type Continued = v.InferOutput<typeof continuedSchema>['result'];
