import type { JsonObject } from '../token/token.ts';
import { fail, pass, type Rule } from './rule.ts';

export const claimCaseVariant: Rule = {
  id: 'claim-case-variant',
  severity: 'danger',
  essential: false,
  checks: 'No statement stands in the session twice under names that look alike',
  title: 'This session makes the same statement twice, under names that look alike.',
  explanation:
    'The names of what a token states tell small letters from capitals. This one has two names that differ in nothing else, for something that access depends on. A careless program reads the one, a careful program the other, and somebody may count on that.',
  remedy:
    'Do not read or send mail in this session. Sign out everywhere, sign in again, and tell your IT department.',
  example:
    'Payload `{"tid":"TENANT-A","TID":"TENANT-B", …}`: some programs do not tell the two names apart.',
  spec: [
    {
      label: 'RFC 7519 section 10.1.1',
      url: 'https://www.rfc-editor.org/rfc/rfc7519#section-10.1.1',
    },
    { label: 'RFC 7515 section 5.3', url: 'https://www.rfc-editor.org/rfc/rfc7515#section-5.3' },
    {
      label: 'Microsoft: claims that no customer can change',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-claims-customization',
    },
  ],
  needs: ['known-issuer'],
  check: ({ token, signature }) => {
    const variants = findVariants(token.claims);
    if (variants.length === 0) return pass;
    // An issuer may let a customer name claims; nobody else can, without breaking the signature.
    const severity = signature.kind === 'verified' ? 'attention' : 'danger';
    return fail(severity, [{ name: 'detail', value: variants.join(', ') }]);
  },
};

/**
 * Claims that access depends on, by the names of RFC 7519 section 4.1, RFC 8693 section 4, and Microsoft's claims reference.
 * Names that an administrator may give to a claim of their own (`email`, `groups`) are not among them.
 */
const decisive: ReadonlySet<string> = new Set([
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'jti',
  'uti',
  'tid',
  'oid',
  'puid',
  'sid',
  'upn',
  'scp',
  'scope',
  'roles',
  'wids',
  'appid',
  'appidacr',
  'azp',
  'azpacr',
  'client_id',
  'cnf',
  'idp',
  'idtyp',
  'ver',
  'nonce',
]);
/** No name above is longer. */
const longestName = 9;

/** Every name that stands in other letters beside the exact one, or beside another in other letters, with what it resembles. */
function findVariants(claims: JsonObject): readonly string[] {
  const found: string[] = [];
  let odd: Set<string> | null = null;
  for (const name of Object.keys(claims)) {
    if (name.length > longestName || decisive.has(name)) continue;
    const plain = name.toLowerCase();
    if (plain === name || !decisive.has(plain)) continue;
    odd ??= new Set();
    if (Object.hasOwn(claims, plain) || odd.has(plain)) found.push(name);
    odd.add(plain);
  }
  return found;
}
