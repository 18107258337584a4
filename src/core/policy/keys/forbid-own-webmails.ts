import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const forbidOwnWebmails: PolicyKey<boolean> = {
  name: 'forbidOwnWebmails',
  title: 'People may not add webmails and issuers',
  description:
    'A person can add webmails and the issuers of their sessions. With this key nobody can, and what was added before has no effect; those of the keys issuers and webmails hold. Without this key people decide.',
  schema: v.boolean(),
  fallback: false,
  example: true,
};
