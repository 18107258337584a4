import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LabKey } from './certificates.ts';
import {
  chinaOwner,
  consumerOwner,
  enterpriseOwner,
  governmentOwner,
  type LabKeys,
} from './lab-keys.ts';
import { chinaLoginHosts, consumerTenant, governmentLoginHost } from './names.ts';

/** What the key servers do in a scenario. */
export interface KeyServer {
  /** Keys of organisations that are listed at this moment. */
  readonly listed: readonly LabKey[];
  readonly isDown: boolean;
}

const path = /^\/([0-9a-z-]+)\/discovery\/(v2\.0\/)?keys$/;

/** The key document at an address of a sign-in host, or null when the address is none. The separate clouds list their own keys alone. */
export function buildKeyDocument(
  host: string,
  url: string,
  server: KeyServer,
  keys: LabKeys,
): { readonly keys: readonly unknown[] } | null {
  const match = path.exec(url.split('?')[0] ?? '');
  if (match === null) return null;
  const [, tenant, version] = match;
  const separate = separateCloudOf(host, keys);
  if (separate !== null) {
    return {
      keys: separate.map(({ entry, owner }) =>
        version === undefined ? entry : { ...entry, issuer: owner },
      ),
    };
  }
  const organisations = [...server.listed, keys.government];
  if (version === undefined) return { keys: organisations.map(({ entry }) => entry) };
  const consumers = [{ ...keys.consumer.entry, issuer: consumerOwner }];
  if (tenant === 'consumers' || tenant === consumerTenant) return { keys: consumers };
  const shared = organisations.map(({ entry }) => ({ ...entry, issuer: enterpriseOwner }));
  return { keys: tenant === 'common' ? [...shared, ...consumers] : shared };
}

/** The keys of a separate cloud and their marks. How such clouds mark their keys was never seen, so two ways are played. */
function separateCloudOf(host: string, keys: LabKeys) {
  const other = { entry: keys.otherwiseMarked.entry, owner: enterpriseOwner };
  if (host === governmentLoginHost) {
    return [{ entry: keys.government.entry, owner: governmentOwner }, other];
  }
  if (chinaLoginHosts.includes(host))
    return [{ entry: keys.china.entry, owner: chinaOwner }, other];
  return null;
}

/** Google's key document: no certificates, no owners (https://www.googleapis.com/oauth2/v3/certs, read 2026-11-24). */
export function buildGoogleKeys({ google }: LabKeys): { readonly keys: readonly unknown[] } {
  const { kty, use, kid, n, e } = google.entry;
  return { keys: [{ kty, use, alg: 'RS256', kid, n, e }] };
}

/** Answers for a key document as real servers do: with validators, and 304 when nothing changed. */
export function sendKeyDocument(
  request: IncomingMessage,
  response: ServerResponse,
  document: object,
): void {
  const body = JSON.stringify(document);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'max-age=86400, private' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(body);
}
