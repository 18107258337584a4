import { readFileSync } from 'node:fs';
import { type Issuer, issuers, type Provider, providers } from '../../src/core/index.ts';
import { readSourcePermissions } from '../source-permissions.ts';

/**
 * What the background needs besides its sources: the hourly key refresh, warnings that are heard, pages of the webmails that are open,
 * and sessions that outlive the worker. Notifications are no optional permission: a browser asks for one only while a person clicks
 * something, and when a session is forged it is too late for that. Whoever wants none turns them off.
 */
const ownPermissions = ['alarms', 'notifications', 'scripting', 'storage'] as const;

/** manifest.json with the parts that follow from the registries: permissions, hosts and the content security policy. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const manifest: unknown = JSON.parse(readFileSync('manifest.json', 'utf8'));
  if (typeof manifest !== 'object') throw new Error('manifest.json is not an object.');
  const derived = {
    ...manifest,
    permissions: sortUnique([...ownPermissions, ...(await readSourcePermissions())]),
    host_permissions: hostPermissionsOf(providers, issuers),
    optional_host_permissions: anyHost,
    content_security_policy: { extension_pages: contentSecurityPolicy },
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

/**
 * What an added webmail's host can be asked for out of, one host at a time and by the person's click: browsers refuse to ask for a host
 * that the manifest does not allow for. Nothing of it is given by itself. The only pattern of all sites; tests/architecture sees to that.
 */
const anyHost = ['https://*/*', 'wss://*/*'] as const;

/**
 * Nothing may run or load but our own files. What the background may connect to cannot be named here, because the hosts of issuers that
 * are added are known at run time only, and Chromium holds the background to this policy as well; it is named by the key cache. Our own
 * message files are read when another language than the browser's is chosen.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const keyDocumentHosts = (signers: readonly Issuer[]): readonly string[] =>
  sortUnique(
    signers.flatMap(({ keyDocuments }) => keyDocuments.map(({ url }) => new URL(url).host)),
  );

const sortUnique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
