import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

export const allowedTenants: PolicyKey<readonly string[] | null> = {
  name: 'allowedTenants',
  title: 'Organisations whose sessions are expected',
  description:
    'Tenant ids (GUIDs, lower case). A session of any other tenant is called unusual. Without this key every tenant is allowed.',
  schema: v.nullable(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
        ),
      ),
      v.maxLength(1000),
    ),
  ),
  fallback: null,
  example: ['11111111-2222-4333-8444-555555555555'],
};
