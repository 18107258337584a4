import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const blockMayContinue: PolicyKey<boolean> = {
  name: 'blockMayContinue',
  title: 'People may go on to a webmail that was closed',
  description:
    'With blockOnDanger: the page that says why a webmail was closed has a button to go on all the same. It holds for that session in that tab until the browser is closed, and the history says that somebody went on. Without this key nobody can go on.',
  schema: v.boolean(),
  fallback: false,
  example: true,
};
