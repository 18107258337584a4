import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

/** Most tenants of one policy. */
export const maxTenants = 1000;

export const allowedTenants: PolicyKey<readonly string[] | null> = {
  name: 'allowedTenants',
  title: 'Organisations whose sessions are expected',
  description:
    'Tenant ids (GUIDs). A session of any other tenant is called unusual, private Microsoft accounts included: they are the tenant 9188040d-6c67-4c5b-b112-36a304b66dad. Where people are guests of another organisation and their own is allowed, that is a note. Without this key every tenant is allowed.',
  schema: v.nullable(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.toLowerCase(),
          v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
        ),
      ),
      v.maxLength(maxTenants),
    ),
  ),
  fallback: null,
  example: ['11111111-2222-4333-8444-555555555555'],
};
