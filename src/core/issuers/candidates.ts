import type { Provider } from '../providers/provider.ts';
import { readAudiences } from '../token/claims.ts';
import type { JsonObject } from '../token/token.ts';
import { maxAudiences } from './audience.ts';
import { type Cloud, clouds } from './clouds.ts';
import type { IssuerMatch } from './template.ts';

/** Who may have made a token, by its `iss` claim. More than one where clouds share a name. */
export interface IssuerCandidates {
  /** Most likely first; never empty. */
  readonly matches: readonly [IssuerMatch, ...IssuerMatch[]];
  /** Whether the webmail or the audience tells which of them it is; else all of them are as good. */
  readonly isDecided: boolean;
}

/**
 * Finds who may have made a token. Old tokens of the US government's cloud are said to carry the issuer's name of the global
 * cloud, so the name does not tell the cloud: the webmail does, else the audience. Null when nobody writes this name.
 */
export function findCandidates(
  iss: string,
  claims: JsonObject,
  provider: Provider | null,
  findIssuers: (iss: string) => readonly IssuerMatch[],
): IssuerCandidates | null {
  const [first, ...others] = findIssuers(iss);
  if (first === undefined) return null;
  if (others.length === 0) return { matches: [first], isDecided: true };
  const all = [first, ...others];
  const likely =
    all.find(({ issuer }) => provider?.issuers.includes(issuer.id) === true) ??
    all.find(({ issuer }) => issuer.cloud !== undefined && issuer.cloud === cloudOf(claims)?.id);
  if (likely === undefined) return { matches: [first, ...others], isDecided: false };
  return { matches: [likely, ...all.filter((match) => match !== likely)], isDecided: true };
}

/** The cloud whose interface a token names as its audience (RFC 7519 section 4.1.3). */
function cloudOf(claims: JsonObject): Cloud | null {
  const hosts = readAudiences(claims)
    .slice(0, maxAudiences)
    .map((audience) => /^https:\/\/([^/]{1,253})\/?$/.exec(audience)?.[1]);
  return (
    clouds.find(({ audienceHosts }) => hosts.some((host) => audienceHosts.has(host ?? ''))) ?? null
  );
}
