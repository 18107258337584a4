import * as v from 'valibot';
import { sessionId } from './accepting-schema.ts';

/** Asks to remove a webmail's session from this browser: the cookies and the storage of the page in this tab. */
export const removeSessionSchema = v.object({
  type: v.literal('remove-session'),
  tabId: v.pipe(v.number(), v.integer()),
});

/** What was done. `not-a-webmail`: the tab shows none, so nothing was. */
export type RemoveAnswer =
  | { readonly result: 'not-a-webmail' }
  | {
      readonly result: 'done';
      readonly cookies: number;
      /** Cookies that are still there. */
      readonly cookiesLeft: number;
      /** Whether everything that the open pages kept is deleted. */
      readonly isStorageEmpty: boolean;
      /** Tabs that were loaded anew. */
      readonly tabs: number;
    };

/** Asks for everything that is known of a session, as a file. */
export const evidenceRequestSchema = v.object({ type: v.literal('evidence'), session: sessionId });

/** The file, or that there is no such session any more. */
export type EvidenceAnswer =
  | { readonly result: 'gone' }
  | { readonly result: 'done'; readonly name: string; readonly text: string };
