import { readMember, readText } from '../token/claims.ts';
import type { JsonObject } from '../token/token.ts';
import { type Evidence, fail, pass, type Rule } from './rule.ts';

export const scopeExcessive: Rule = {
  id: 'scope-excessive',
  severity: 'note',
  essential: false,
  checks: 'The session may do no more than a webmail needs',
  title: 'This session may do more than read and send your own mail.',
  explanation:
    'A session token says what may be done with it. This one goes beyond what a person’s webmail needs: it stands for a program instead of a person, opens mailboxes as a whole, or may change your organisation’s directory. Administrators’ sessions can be in order; stolen or forged ones are often made like this.',
  remedy: 'If you are no administrator, tell your IT department what the evidence says.',
  example: 'Payload `{"scp":"full_access_as_user", …}`.',
  spec: [
    {
      label: 'Microsoft Graph: permissions',
      url: 'https://learn.microsoft.com/en-us/graph/permissions-reference',
    },
    {
      label: 'Microsoft: claims of access tokens',
      url: 'https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference',
    },
    { label: 'RFC 8693 section 4.2', url: 'https://www.rfc-editor.org/rfc/rfc8693#section-4.2' },
  ],
  needs: [],
  check: ({ token: { claims } }) => {
    const evidence: Evidence[] = [];
    if (standsForProgram(claims)) evidence.push({ name: 'detail', value: 'idtyp app' });
    for (const scope of listWide(claims)) evidence.push({ name: 'permission', value: scope });
    return evidence.length === 0 ? pass : fail('note', evidence);
  },
};

/** Permissions over whole mailboxes by protocols of old, and over the directory of an organisation. */
const wide: readonly string[] = [
  'full_access_as_user',
  'full_access_as_app',
  'Directory.AccessAsUser.All',
  'Directory.ReadWrite.All',
  'RoleManagement.ReadWrite.Directory',
  'AppRoleAssignment.ReadWrite.All',
  'Application.ReadWrite.All',
  'User.ManageCreds.All',
];

/** In `scp` (Entra), `scope` (RFC 8693), both divided by blanks, or `roles`, a list. */
function listWide(claims: JsonObject): readonly string[] {
  const scopes = readText(claims, 'scp') ?? readText(claims, 'scope') ?? '';
  const roles = readMember(claims, 'roles');
  const listed = Array.isArray(roles) ? roles : [];
  return wide.filter((name) => hasWord(scopes, name) || listed.includes(name));
}

/** Whether a text divided by blanks holds the word, without taking it apart. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isAlone =
      (at === 0 || text[at - 1] === ' ') && (end === text.length || text[end] === ' ');
    if (isAlone) return true;
  }
  return false;
}

/**
 * A token of an application's own (client credentials): `idtyp` says so; before that claim existed, `roles` without `scp`, and
 * `oid` and `sub` alike.
 */
function standsForProgram(claims: JsonObject): boolean {
  if (readText(claims, 'idtyp') === 'app') return true;
  const object = readText(claims, 'oid');
  return (
    object !== null &&
    object === readText(claims, 'sub') &&
    readMember(claims, 'roles') !== undefined &&
    readMember(claims, 'scp') === undefined
  );
}
