import { issuers } from './index.ts';

export interface Resemblance {
  /** `spelling`: the same name in other letters or with other ends; `name`: another name that looks alike. */
  readonly kind: 'spelling' | 'name';
  /** The name that it looks like. */
  readonly original: string;
}

/** Longest text that is compared; issuers' names stay below 100 characters. */
export const maxComparedLength = 300;
/** Most letters by which an imitation differs. */
const maxDistance = 2;

/** Hosts that look alike because the same owner has them, among them names that nobody has confirmed; read 2026-11-24. */
const ownRelatives = new Set([
  ...issuers.flatMap(({ forms }) => forms.map(({ template }) => hostOf(template))),
  'login.windows-ppe.net',
  'sts.windows-ppe.net',
  'login.microsoftonline.de',
]);

/** Names that nobody has confirmed must not make an alarm of names that resemble them. */
const templates = issuers.flatMap(({ forms }) =>
  forms.flatMap(({ template, verified }) => (verified === false ? [] : [template])),
);
const hosts = [...new Set(templates.map(hostOf).filter((host) => host !== null))];

/**
 * Whether an unknown issuer's name imitates a known one: the same in another spelling, its host inside another's, or a host
 * that differs by at most two letters or by letters that look alike. Null when it does not, or is too long to be taken for one.
 */
export function resemblesIssuer(iss: string): Resemblance | null {
  if (iss.length > maxComparedLength) return null;
  const plain = simplify(iss);
  const spelling = templates.find((template) => simplify(template) === plain);
  if (spelling !== undefined) return { kind: 'spelling', original: spelling };
  const host = hostOf(iss);
  if (host === null || ownRelatives.has(host)) return null;
  for (const known of hosts) {
    if (host === known) continue;
    const folded = foldLookalikes(host);
    const isInside =
      host.startsWith(`${known}.`) || host.includes(`.${known}.`) || host.startsWith(`${known}-`);
    if (isInside || folded === known || distance(folded, known) <= maxDistance) {
      return { kind: 'name', original: known };
    }
  }
  return null;
}

function hostOf(text: string): string | null {
  const match = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(text.trim());
  return match?.[1]?.toLowerCase() ?? null;
}

/** Without what careless writing changes: case, white space, scheme, closing slash, the tenant itself. */
function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^http:/, 'https:')
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/, '{tenant}')
    .replace(/\/+$/, '');
}

/** Letters that look like Latin ones (a small part of UTS 39's table), and digits that stand for letters. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  ο: 'o',
  ι: 'i',
  '0': 'o',
  '1': 'l',
};

function foldLookalikes(host: string): string {
  return [...host.normalize('NFKC')]
    .map((letter) => lookalikes[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Levenshtein distance, given up past `maxDistance`. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > maxDistance) return maxDistance + 1;
  let previous = Array.from({ length: b.length + 1 }, (_value, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      current.push(
        Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost),
      );
    }
    if (Math.min(...current) > maxDistance) return maxDistance + 1;
    previous = current;
  }
  return previous[b.length] ?? maxDistance + 1;
}
