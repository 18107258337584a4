import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const requireMultiFactor: PolicyKey<boolean> = {
  name: 'requireMultiFactor',
  title: 'Sessions are expected to come from a sign-in with more than one factor',
  description:
    'A session that says how its sign-in was done, and names one factor only, is called unusual. Many genuine sessions do not say it; they are left alone. Without this key nothing is asked.',
  schema: v.boolean(),
  fallback: false,
  example: true,
};
