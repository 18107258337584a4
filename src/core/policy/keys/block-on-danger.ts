import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const blockOnDanger: PolicyKey<boolean> = {
  name: 'blockOnDanger',
  title: 'Webmails are closed when a session is forged',
  description:
    'When a session is found to be forged, the tab that it is used in is taken to a page that says why, what to do and whom to call. What is unusual, or could not be checked, never closes anything. No request is stopped: the page goes when the verdict is there, a moment after the session was used. Without this key people are warned and go on.',
  schema: v.boolean(),
  fallback: false,
  example: true,
};
