import { memberOf, textOf } from '../json.ts';
import { addressOfIssuer, canonicalAddress } from './key-address.ts';

const login = 'https://login.microsoftonline.com';
const google = 'https://www.googleapis.com/oauth2/v3/certs';
const apple = 'https://appleid.apple.com/auth/keys';

/** Words of a note that whoever recorded a document wrote into it. */
const notes: readonly (readonly [RegExp, string])[] = [
  [/\boauth2\/v[123]\/certs\b|\baccounts\.google\.com\b/i, google],
  [/\bappleid\.apple\.com\b/i, apple],
  [/\bapi\.login\.yahoo\.com\b/i, 'https://api.login.yahoo.com/openid/v1/certs'],
];
const noteMembers = ['_note', 'note', '_source', 'source', 'comment'];

/** The beginnings of file names that say whose keys these are, where the form of the key ids agrees. */
const fileNames: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^google(?![a-z])/i, /^[0-9a-f]{40}$/, google],
  [/^apple(?![a-z])/i, /^[0-9A-Za-z]{7,10}$/, apple],
  [/^yahoo(?![a-z])/i, /^(?:[0-9a-f]{40}|0)$/, 'https://api.login.yahoo.com/openid/v1/certs'],
];

/**
 * The address that a recorded document came from. In this order: it says so; its metadata do; its keys say whom they speak for; a
 * note in it does; its keys have the form of Microsoft's version 1.0; its file name and its key ids agree. Null when all are
 * silent: keys must never be taken for another issuer's.
 */
export function findAddress(document: unknown, set: unknown, fileName: string): string | null {
  const metadata = memberOf(document, 'metadata');
  const named = textOf(document, 'url') ?? textOf(metadata, 'jwks_uri');
  if (named !== null) return canonicalAddress(named);
  const issuer = textOf(metadata, 'issuer') ?? textOf(document, 'issuer');
  const keys = memberOf(set, 'keys');
  const entries: readonly unknown[] = Array.isArray(keys) ? keys : [];
  return (
    (issuer === null ? null : addressOfIssuer(issuer)) ??
    addressOfOwners(entries) ??
    addressInNotes(document) ??
    addressOfShape(entries) ??
    addressInFileName(entries, fileName)
  );
}

/** Microsoft's version 2.0 says of each key whom it may speak for; a tenant's own document names that tenant. */
function addressOfOwners(entries: readonly unknown[]): string | null {
  const owners = new Set(entries.map((entry) => textOf(entry, 'issuer')));
  if (owners.size === 0 || owners.has(null)) return null;
  const tenants = new Set([...owners].map((owner) => ownerForm.exec(owner ?? '')?.[1]));
  if (tenants.has(undefined)) return null;
  const [tenant] = tenants;
  const isShared = tenants.size > 1 || tenant === '{tenantid}' || tenant === undefined;
  return canonicalAddress(`${login}/${isShared ? 'common' : tenant}/discovery/v2.0/keys`);
}

const ownerForm = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36}|\{tenantid\})\/v2\.0$/;

function addressInNotes(document: unknown): string | null {
  const text = noteMembers.map((name) => textOf(document, name) ?? '').join(' ');
  const found = notes.filter(([words]) => words.test(text));
  const [first] = found;
  return first !== undefined && found.length === 1 ? first[1] : null;
}

/** Microsoft's version 1.0: every key has `x5t`, which is its `kid` too where it has one. Others write both, but not the same. */
function addressOfShape(entries: readonly unknown[]): string | null {
  const isMicrosoft = (entry: unknown) => {
    const thumbprint = textOf(entry, 'x5t');
    return thumbprint !== null && (textOf(entry, 'kid') ?? thumbprint) === thumbprint;
  };
  return entries.length > 0 && entries.every(isMicrosoft) ? `${login}/common/discovery/keys` : null;
}

function addressInFileName(entries: readonly unknown[], fileName: string): string | null {
  const named = fileNames.find(([start]) => start.test(fileName));
  if (named === undefined || entries.length === 0) return null;
  const [, form, url] = named;
  return entries.every((entry) => form.test(textOf(entry, 'kid') ?? '')) ? url : null;
}
