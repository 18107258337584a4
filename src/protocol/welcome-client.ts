import { type OwnPermissions, readOwnPermissions } from '../platform/own-manifest.ts';
import { fetchSiteAccess } from './client.ts';
import { maxAskedHosts } from './own-webmails-schema.ts';

export { type OwnPermissions, readOwnPermissions };

/** Those of these hosts that the person has not given, or has taken back. */
export async function listMissingHosts(hosts: readonly string[]): Promise<readonly string[]> {
  const parts: (readonly string[])[] = [];
  for (let at = 0; at < hosts.length; at += maxAskedHosts) {
    parts.push(hosts.slice(at, at + maxAskedHosts));
  }
  const answers = await Promise.all(parts.map(fetchSiteAccess));
  return answers
    .flat()
    .filter(({ access }) => access === 'not-permitted')
    .map(({ host }) => host);
}
