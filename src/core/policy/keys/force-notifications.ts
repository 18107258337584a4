import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const forceNotifications: PolicyKey<boolean> = {
  name: 'forceNotifications',
  title: 'People may not turn warnings off',
  description:
    'When a session is forged, a notification of the system and a banner on the page say so, unless the person has turned them off. With this key both are always shown. Without this key people decide.',
  schema: v.boolean(),
  fallback: false,
  example: true,
};
