import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServerCertificate } from '../lab/certificates.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { consumerHost } from '../lab/names.ts';
import { startProxy } from '../lab/proxy.ts';
import { clientId, createOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.ts';

export const host = 'mail.contoso.example';
export const signInHost = 'sso.contoso.example';
export const webmailName = 'Contoso webmail';
const issuer = `https://${signInHost}/realms/staff`;

/** As policies and the settings write them. */
export const addedIssuers = [{ issuer, shape: 'keycloak', audiences: [clientId] }];
export const addedWebmails = [{ host, name: webmailName, issuers: [issuer] }];

/** A page of a webmail that is known anyway: from it the drivers learn the number of their tab. */
export const knownUrl = `https://${consumerHost}/`;

/** A webmail of somebody's own, with a real OpenID provider of its own, behind a proxy that leads nowhere else. */
export interface OwnWebmail {
  readonly provider: OpenIdProvider;
  readonly proxyPort: number;
  readonly spkiHash: string;
  close(): Promise<void>;
}

export async function startOwnWebmail(): Promise<OwnWebmail> {
  const hosts = [host, signInHost, consumerHost];
  const [provider, certificate] = await Promise.all([
    createOpenIdProvider(issuer),
    createServerCertificate(hosts),
  ]);
  const server = createServer(certificate, (request, response) => {
    void answer(provider, `https://${request.headers.host}${request.url}`).then(
      ({ headers, text }) => response.writeHead(200, headers).end(text),
    );
  });
  const proxy = await startProxy(hosts, await listen(server));
  return {
    provider,
    proxyPort: proxy.port,
    spkiHash: certificate.spkiHash,
    async close() {
      await proxy.close();
      server.close();
    },
  };
}

/** Comes to the webmail from its sign-in with this token. @param page another one each time, so that it is loaded anew */
export const signInWith = (driver: Driver, idToken: string, page: string): Promise<void> =>
  driver.goto(`https://${host}/${page}#id_token=${idToken}`);

/** State, verdict and device binding that the popup shows. */
export async function readView(driver: Driver): Promise<string> {
  const said = await driver.evaluateInPopup(
    `(() => {
      const { state, verdict = 'no verdict' } = document.querySelector('main').dataset;
      const binding = document.querySelector('[data-binding]')?.dataset.binding;
      return [state, verdict, ...(binding === undefined ? [] : [binding])].join(' ');
    })()`,
    'light',
  );
  return String(said);
}

/** Another subject under the same signature. */
export function tamper(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = JSON.stringify({ ...claims, sub: 'eve' });
  return `${header}.${Buffer.from(changed).toString('base64url')}.${signature}`;
}

/** A copy of the extension to which both hosts are given: in a browser of a person's own, a click does that. */
export function giveHosts(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const patterns = [host, signInHost].map((name) => `https://${name}/*`);
  manifest.host_permissions = [...manifest.host_permissions, ...patterns];
  writeFileSync(path, JSON.stringify(manifest));
}

async function answer(
  provider: OpenIdProvider,
  url: string,
): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly text: string }> {
  if (new URL(url).hostname === signInHost) {
    const text = await (await provider.fetch(url)).text();
    return { headers: { 'content-type': 'application/json' }, text };
  }
  return {
    headers: {
      'content-type': 'text/html',
      // As a webmail does that can bind its sessions to the device (https://w3c.github.io/webappsec-dbsc/, read 2026-11-25).
      'secure-session-registration': '(ES256 RS256);path="/bind";challenge="c2F5"',
    },
    text: '<p>Mail</p>',
  };
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
