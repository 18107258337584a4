import * as v from 'valibot';
import type { PolicyKey } from '../policy-key.ts';

/** Most domains of one policy. */
export const maxAccountDomains = 1000;

export const allowedAccountDomains: PolicyKey<readonly string[] | null> = {
  name: 'allowedAccountDomains',
  title: 'Domains whose accounts are expected',
  description:
    'What stands behind the @ of account names. Exactly these domains are meant: contoso.example does not include mail.contoso.example; *.contoso.example means everything below contoso.example, but not itself. A session of an account of another domain is called unusual. A guest counts as an account of the domain that they come from. Without this key every account is allowed.',
  schema: v.nullable(
    v.pipe(
      v.array(
        v.pipe(
          v.string(),
          v.toLowerCase(),
          v.maxLength(255),
          // Labels as in host names (RFC 1123 section 2.1); names in other scripts as browsers write them (RFC 5891 section 4.4).
          v.regex(/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/),
        ),
      ),
      v.maxLength(maxAccountDomains),
    ),
  ),
  fallback: null,
  example: ['contoso.example', '*.contoso.example'],
};
