import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const requireDeviceClaim: PolicyKey<boolean> = {
  name: 'requireDeviceClaim',
  title: 'Sessions are expected to come from a registered device',
  description:
    'A session that could name the device on which it began, and does not, is called unusual. Microsoft names the device in access tokens of its first version only; other sessions are left alone. Without this key nothing is asked.',
  schema: v.boolean(),
  fallback: false,
  example: true,
};
