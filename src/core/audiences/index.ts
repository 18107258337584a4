import { isTenantId } from '../issuers/template.ts';
import type { Audience, Owner } from './audience.ts';
import { exchangeOnline } from './exchange-online.ts';
import { microsoftGraph } from './microsoft-graph.ts';
import { sharepoint } from './sharepoint.ts';
import { substrate } from './substrate.ts';
import { teams } from './teams.ts';

/** Every service that tokens of webmail pages are known to be made for. */
export const audiences: readonly Audience[] = Object.freeze([
  exchangeOnline,
  microsoftGraph,
  substrate,
  sharepoint,
  teams,
]);

const byHost: ReadonlyMap<string, Audience> = new Map(
  audiences.flatMap((audience) => audience.hosts.map((host) => [host, audience] as const)),
);
const byId: ReadonlyMap<string, Audience> = new Map(
  audiences.flatMap((audience) =>
    audience.applicationId === null ? [] : [[audience.applicationId, audience] as const],
  ),
);
const idLength = 36;

/**
 * The service that one text of `aud` names; null when nobody here knows it. Compares exact texts in the forms in which issuers write
 * them (https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference, read 2026-11-24, and recorded tokens).
 */
export function findAudience(text: string): Audience | null {
  const host = hostOfAudience(text);
  if (host !== null) return byHost.get(host) ?? findByDomain(host);
  const id = readApplicationId(text);
  return id === null ? null : (byId.get(id) ?? null);
}

/** The host of an audience that is an https address, lower case, no port; null for every other form. Proves nothing about the rest. */
export function hostOfAudience(text: string): string | null {
  if (!text.startsWith(scheme)) return null;
  for (let at = scheme.length; at < text.length; at++) {
    if (ends.includes(text.charAt(at))) return text.slice(scheme.length, at).toLowerCase();
  }
  return text.slice(scheme.length).toLowerCase();
}

const scheme = 'https://';
/** Whatever ends the host of an address. A name before an `@` is none, so that text stays whole and equals no host. */
const ends = '/:?#';

/** The application that an audience names: an id alone, after `spn:`, or with what it was asked for behind it; lower case. */
export function readApplicationId(text: string): string | null {
  const bare = text.startsWith('spn:') ? text.slice(4) : text;
  const next = bare.charAt(idLength);
  if (next !== '' && next !== '/' && next !== '@') return null;
  const id = bare.slice(0, idLength).toLowerCase();
  return isTenantId(id) ? id : null;
}

function findByDomain(host: string): Audience | null {
  return audiences.find(({ customerDomains }) => isBelow(host, customerDomains ?? [])) ?? null;
}

/** Whether a host name is one of the owner's own: below its domains, or of one of its services. */
export function isOwnedBy(host: string, owner: Owner): boolean {
  const { domains } = owner;
  return domains.includes(host) || isBelow(host, domains) || byHost.get(host)?.owner === owner;
}

const isBelow = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host.length > domain.length + 1 && host.endsWith(`.${domain}`));
