import { type Blocked, blockedSchema, type Continued, continuedSchema } from './blocked-schema.ts';
import { ask } from './client.ts';

/** Why the tab of this page was closed; null: it was not, as far as is known. */
export const fetchBlocked = (id: string): Promise<Blocked | null> =>
  ask({ type: 'blocked', id }, blockedSchema);

/** Goes on to the webmail all the same, where the organisation lets people. */
export const continueBlocked = async (id: string): Promise<Continued> =>
  (await ask({ type: 'continue-blocked', id }, continuedSchema)).result;
