import { issuers as knownIssuers } from '../issuers/index.ts';
import type { Issuer } from '../issuers/issuer.ts';
import { readName } from '../issuers/names/name.ts';
import { resemblesIssuer } from '../issuers/names/resemblance.ts';
import { type IssuerMatch, matchIssuers } from '../issuers/template.ts';
import { providers as knownProviders } from '../providers/index.ts';
import type { Provider } from '../providers/provider.ts';
import { hostOfAddress, isHostName, isPlainAddress } from './address.ts';
import { buildIssuer, fitsShape, hasPlainAddresses } from './build-issuer.ts';
import type { Configuration, ConfiguredIssuer, ConfiguredWebmail } from './configuration.ts';
import { plainName } from './plain-name.ts';

/** Who signs and whose webmails there are: those that are known anyway, and those that were added. */
export interface Directory {
  readonly issuers: readonly Issuer[];
  readonly providers: readonly Provider[];
  /** Finds whose `iss` claim this is, in its exact text. A known issuer is always found before an added one. */
  readonly findIssuers: (iss: string) => readonly IssuerMatch[];
}

/**
 * Why an entry has no effect. `address-not-plain`: not https, or not as every reader would write it; `issuer-known`: its host is that of
 * an issuer that is known anyway; `issuer-imitates`: it looks like one; `shape-differs`: its name has not the form of its shape;
 * `webmail-known`: its host is that of a webmail, or an interface, that is known anyway; `issuer-missing`: it names an issuer that nobody
 * knows.
 */
export type ConfigurationProblem = IssuerProblem | WebmailProblem;
export type IssuerProblem =
  | 'address-not-plain'
  | 'issuer-known'
  | 'issuer-imitates'
  | 'shape-differs';
export type WebmailProblem = 'address-not-plain' | 'webmail-known' | 'issuer-missing';

const knownHosts: ReadonlySet<string> = new Set([
  ...knownIssuers.flatMap(({ forms }) =>
    forms.flatMap(({ template }) => readName(template)?.host ?? []),
  ),
  ...knownIssuers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => hostOfAddress(url))),
]);

const knownWebmailHosts: ReadonlySet<string> = new Set(
  knownProviders.flatMap(({ hosts, apiHosts, signInHosts = [], cookieHosts = [] }) => [
    ...hosts,
    ...apiHosts,
    ...signInHosts,
    ...cookieHosts,
  ]),
);

/** Why an issuer cannot be added; null: it can. */
export function judgeIssuer(configured: ConfiguredIssuer): IssuerProblem | null {
  if (!hasPlainAddresses(configured)) return 'address-not-plain';
  const { issuer, discovery, keyDocument } = configured;
  const addresses = [issuer, discovery, keyDocument].filter((address) => address !== undefined);
  if (matchIssuers(issuer, knownIssuers).length > 0) return 'issuer-known';
  if (addresses.some((address) => knownHosts.has(hostOfAddress(address)))) return 'issuer-known';
  const resemblance = resemblesIssuer(issuer);
  if (resemblance !== null && resemblance.kind !== 'place') return 'issuer-imitates';
  return fitsShape(configured) ? null : 'shape-differs';
}

/** Why a webmail cannot be added; null: it can. `isKnown` tells whether an issuer of this name is there. */
export function judgeWebmail(
  { host, issuers, signOutUrl }: ConfiguredWebmail,
  isKnown: (issuer: string) => boolean,
): WebmailProblem | null {
  if (!isHostName(host)) return 'address-not-plain';
  if (signOutUrl !== undefined && !isPlainAddress(signOutUrl)) return 'address-not-plain';
  if (knownWebmailHosts.has(host)) return 'webmail-known';
  return issuers.every(isKnown) ? null : 'issuer-missing';
}

/** The directory of what is known anyway. */
export const knownDirectory: Directory = Object.freeze({
  issuers: knownIssuers,
  providers: knownProviders,
  findIssuers: (iss: string) => matchIssuers(iss, knownIssuers),
});

/** Adds a configuration to what is known. Entries that cannot be used have no effect, and `problems` says why, by their place. */
export function buildDirectory({ issuers, webmails }: Configuration): {
  readonly directory: Directory;
  readonly problems: readonly ConfigurationProblem[];
} {
  if (issuers.length === 0 && webmails.length === 0) {
    return { directory: knownDirectory, problems: [] };
  }
  const problems: ConfigurationProblem[] = [];
  const isUsable = (problem: ConfigurationProblem | null): boolean => {
    if (problem !== null) problems.push(problem);
    return problem === null;
  };
  const usable = issuers.filter((one) => isUsable(judgeIssuer(one)));
  const added = usable.map(buildIssuer);
  const byName = indexByName(added);
  const find = (iss: string): readonly IssuerMatch[] => {
    const known = matchIssuers(iss, knownIssuers);
    return known.length > 0 ? known : (byName.get(iss) ?? []);
  };
  const addedWebmails = webmails
    .filter((one) => isUsable(judgeWebmail(one, (name) => find(name).length > 0)))
    .map((one) => buildProvider(one, find));
  const directory = Object.freeze({
    issuers: Object.freeze([...knownIssuers, ...added]),
    providers: Object.freeze([...knownProviders, ...addedWebmails]),
    findIssuers: find,
  });
  return { directory, problems: Object.freeze(problems) };
}

/** The first that has a name keeps it. */
function indexByName(added: readonly Issuer[]): ReadonlyMap<string, readonly IssuerMatch[]> {
  const byName = new Map<string, readonly IssuerMatch[]>();
  for (const issuer of added) {
    for (const form of issuer.forms) {
      if (!byName.has(form.template)) byName.set(form.template, [{ issuer, form, tenant: null }]);
    }
  }
  return byName;
}

/** The webmail as all other parts know webmails. Its id is its host: ids of known webmails have no dot. */
function buildProvider(
  { host, name, issuers, audiences, signOutUrl }: ConfiguredWebmail,
  find: (iss: string) => readonly IssuerMatch[],
): Provider {
  return Object.freeze({
    id: host,
    name: plainName(name, host),
    hosts: [host],
    apiHosts: [],
    issuers: [...new Set(issuers.flatMap((iss) => find(iss).map(({ issuer }) => issuer.id)))],
    ...(audiences !== undefined && { audienceTexts: audiences }),
    signOutUrl: signOutUrl ?? `https://${host}/`,
    citations: [],
  });
}
