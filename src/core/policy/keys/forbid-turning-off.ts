import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const forbidTurningOff: PolicyKey<boolean> = {
  name: 'forbidTurningOff',
  title: 'People may not turn webmails off',
  description:
    'A person can turn the checking of single webmails off; nothing on them is looked at then. With this key nobody can, and webmails that were turned off before are checked again. Without this key people decide.',
  schema: v.boolean(),
  fallback: false,
  example: true,
};
