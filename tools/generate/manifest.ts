import { readFileSync } from 'node:fs';
import { type Issuer, issuers, type Provider, providers } from '../../src/core/index.ts';
import { readSourcePermissions } from '../source-permissions.ts';

/** What the background needs besides its sources: the hourly key refresh, and sessions that outlive the worker. */
const ownPermissions = ['alarms', 'storage'] as const;

/** manifest.json with the parts that follow from the registries: permissions, hosts and the content security policy. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const manifest: unknown = JSON.parse(readFileSync('manifest.json', 'utf8'));
  if (typeof manifest !== 'object') throw new Error('manifest.json is not an object.');
  const derived = {
    ...manifest,
    permissions: sortUnique([...ownPermissions, ...(await readSourcePermissions())]),
    host_permissions: hostPermissionsOf(providers, issuers),
    content_security_policy: { extension_pages: contentSecurityPolicyFor(issuers) },
  };
  return new Map([['manifest.json', `${JSON.stringify(derived, null, 2)}\n`]]);
}

/** Exactly the hosts on which sessions are seen, that keep their cookies, and from which keys come; never a wildcard host. */
export function hostPermissionsOf(
  known: readonly Provider[],
  signers: readonly Issuer[],
): readonly string[] {
  const seen = known.flatMap(({ hosts, apiHosts }) => [...hosts, ...apiHosts]);
  const about = known.flatMap(({ signInHosts = [], cookieHosts = [] }) => [
    ...signInHosts,
    ...cookieHosts,
  ]);
  return [
    ...sortUnique([...seen, ...about, ...keyDocumentHosts(signers)]).map(
      (host) => `https://${host}/*`,
    ),
    // Chromium asks for this scheme by its own name before it shows a WebSocket's address (tried on Chromium 156).
    ...sortUnique(seen).map((host) => `wss://${host}/*`),
  ];
}

/** Nothing may run, load or connect but our own files and the key documents' hosts, in pages and in the background. */
export function contentSecurityPolicyFor(signers: readonly Issuer[]): string {
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${keyDocumentHosts(signers)
      .map((host) => `https://${host}`)
      .join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return directives.join('; ');
}

const keyDocumentHosts = (signers: readonly Issuer[]): readonly string[] =>
  sortUnique(
    signers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => new URL(url).host)),
  );

const sortUnique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
