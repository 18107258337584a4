import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const forbidAccepting: PolicyKey<boolean> = {
  name: 'forbidAccepting',
  title: 'People may not accept findings',
  description:
    'A person can say of an unusual finding that it is known to be fine, for one key and one account; it then raises no warning any more. With this key nobody can, and what was accepted before has no effect. A forged session can never be accepted. Without this key people decide.',
  schema: v.boolean(),
  fallback: false,
  example: true,
};
