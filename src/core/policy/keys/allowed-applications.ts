import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

/** Most applications of one policy, and the longest id of one, characters. */
export const maxApplications = 1000;
export const maxApplicationLength = 256;

export const allowedApplications: PolicyKey<readonly string[] | null> = {
  name: 'allowedApplications',
  title: 'Applications that may hold sessions',
  description:
    'Application (client) ids, such as 9199bf20-a13f-4107-85dc-02114787ef48 for Outlook on the web. A webmail’s pages hold sessions of several applications of its maker; look at genuine ones with the command line before listing any. A session that was issued to another application is called unusual. Without this key every application is allowed.',
  schema: v.nullable(
    v.pipe(
      v.array(
        v.pipe(v.string(), v.toLowerCase(), v.minLength(1), v.maxLength(maxApplicationLength)),
      ),
      v.maxLength(maxApplications),
    ),
  ),
  fallback: null,
  example: ['9199bf20-a13f-4107-85dc-02114787ef48'],
};
