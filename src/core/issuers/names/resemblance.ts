import { issuers } from '../index.ts';
import { editDistance, foldHost } from './lookalikes.ts';
import { isTricky, maxComparedLength, readName } from './name.ts';

export interface Resemblance {
  /**
   * `spelling`: the same name, or at least its host, written as its issuer does not write it; `name`: a host that looks like the known
   * one, or that begins with it; `place`: the known host under another ending or behind another host's.
   */
  readonly kind: 'spelling' | 'name' | 'place';
  /** The name that it looks like. */
  readonly original: string;
}

interface KnownHost {
  readonly host: string;
  readonly folded: string;
  /** Without its last label: `login.microsoftonline.`. */
  readonly stem: string;
  /** Most letters by which an imitation differs. */
  readonly most: number;
}

/** Ends of host names under which nobody but the owners of known issuers gives out names; read 2026-11-24. */
const ownEnds = [
  '.microsoftonline.com',
  '.microsoftonline.us',
  '.microsoftonline.cn',
  '.chinacloudapi.cn',
  '.microsoft.com',
  '.windows.net',
  '.office.com',
  '.google.com',
  '.yahoo.com',
  '.apple.com',
  '.zoho.com',
  // Defender for Cloud Apps puts its own name behind others.
  '.mcas.ms',
  '.mcas-gov.ms',
  '.mcas-gov.us',
];
/** Hosts that look alike because the same owner has them, among them names that nobody has confirmed; read 2026-11-24. */
const ownHosts = new Set([
  ...issuers.flatMap(({ forms }) => forms.map(({ template }) => readName(template)?.host)),
  'login.windows-ppe.net',
  'sts.windows-ppe.net',
  'login.microsoftonline.de',
  'login.microsoftonline.eaglex.ic.gov',
  'login.microsoftonline.microsoft.scloud',
  'appleid.apple.com.cn',
  'login.yahoo.co.jp',
  'auth.login.yahoo.co.jp',
]);

/** Names that nobody has confirmed must not make an alarm of names that resemble them. */
const templates = issuers.flatMap(({ forms }) =>
  forms.flatMap(({ template, verified }) => (verified === false ? [] : [template])),
);
const spellings = new Map(templates.map((template) => [simplify(template), template]));
/** Exchange and others name themselves by an id and not by an address; such a name looks like no host. */
const hosts: readonly KnownHost[] = [...new Set(templates.map(hostOf))]
  .filter((host) => host !== null)
  .map((host) => {
    const owner = host.split('.').at(-2) ?? '';
    // The shorter a name, the more others are like it by chance.
    const most = owner.length >= 8 ? 2 : owner.length >= 5 ? 1 : 0;
    return { host, folded: foldHost(host), stem: host.slice(0, host.lastIndexOf('.') + 1), most };
  });

/**
 * Whether an unknown issuer's name imitates a known one. Looks at the first `maxComparedLength` characters. Null when it does not, and
 * for names that belong to the owners of known ones.
 */
export function resemblesIssuer(iss: string): Resemblance | null {
  const spelling = spellings.get(simplify(iss.slice(0, maxComparedLength)));
  if (spelling !== undefined) return { kind: 'spelling', original: spelling };
  const name = readName(iss);
  if (name === null) return null;
  const { host, userInfo, rest } = name;
  const same = hosts.find((known) => known.host === host);
  if (same !== undefined) {
    return isTricky(name) ? { kind: 'spelling', original: same.host } : null;
  }
  const before = userInfo === null ? undefined : findInside(foldHost(userInfo));
  if (before !== undefined) return { kind: 'name', original: before.host };
  if (ownHosts.has(host) || ownEnds.some((end) => host.endsWith(end))) return null;
  const folded = foldHost(host);
  const alike = findInside(`${folded}.`) ?? hosts.find((known) => isAlike(folded, known));
  if (alike !== undefined) return { kind: 'name', original: alike.host };
  const elsewhere =
    hosts.find((known) => hasOtherEnding(host, known)) ?? findInside(rest.toLowerCase());
  return elsewhere === undefined ? null : { kind: 'place', original: elsewhere.host };
}

/** A known host within a text, and not only as the beginning of a longer label. */
const findInside = (text: string): KnownHost | undefined =>
  hosts.find(({ host, folded }) => holds(text, host) || holds(text, folded));

function holds(text: string, host: string): boolean {
  for (let at = text.indexOf(host); at >= 0; at = text.indexOf(host, at + 1)) {
    if (!/[a-z0-9]/.test(text.charAt(at + host.length))) return true;
  }
  return false;
}

/** The same name under another ending, such as `.net` or `.co.uk`; a longer rest is somebody's own domain. */
function hasOtherEnding(host: string, { stem, most }: KnownHost): boolean {
  if (most === 0 || !host.startsWith(stem)) return false;
  return /^(?:[a-z]{2,3}\.)?[a-z]{2,24}$/.test(host.slice(stem.length));
}

const isAlike = (host: string, { folded, most }: KnownHost): boolean =>
  host === folded || (most > 0 && editDistance(host, folded, most) <= most);

function hostOf(template: string): string | null {
  const name = readName(template);
  return name === null || name.userInfo !== null ? null : name.host;
}

/** Without what careless writing changes: case, white space, scheme, usual port, the dot behind the host, slashes, the tenant itself. */
function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll('\\', '/')
    .toLowerCase()
    .replace(/^(?:https?:)?\/*/, '')
    .replace(/^([^/?#]*?)\.?(?::(?:80|443))?(?=[/?#]|$)/, '$1')
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?=\/|$)/, '{tenant}')
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '');
}
