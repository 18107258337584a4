import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FoundBrowser } from '../../tools/browsers/find.ts';
import { createServerCertificate } from '../lab/certificates.ts';
import type { Driver } from '../lab/drivers/driver.ts';
import { launch } from '../lab/drivers/index.ts';
import { startProxy } from '../lab/proxy.ts';
import { createProfile, extensionPathOf } from '../lab/run-scenario.ts';
import { clientId, createOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.ts';
import { createExpectations } from './expectations.ts';

const host = 'mail.contoso.example';
const signInHost = 'sso.contoso.example';
const issuer = `https://${signInHost}/realms/staff`;
const hosts = [host, signInHost];
const added = {
  ownIssuers: [{ issuer, shape: 'keycloak', audiences: [clientId] }],
  ownWebmails: [{ host, name: 'Contoso webmail', issuers: [issuer] }],
};

/**
 * Adds a webmail with a real OpenID provider to the running extension, as its options page does, and compares what the popup says of
 * genuine and of forged sign-ins, after a stop of the background, and when it is taken out again. Resolves with what went wrong.
 */
export async function checkOwnWebmail(browser: FoundBrowser): Promise<readonly string[]> {
  const provider = await createOpenIdProvider(issuer);
  const certificate = await createServerCertificate(hosts);
  const server = createServer(certificate, (request, response) => {
    void answer(provider, `https://${request.headers.host}${request.url}`).then((page) =>
      response.writeHead(200, { 'content-type': page.type }).end(page.text),
    );
  });
  const port = await listen(server);
  const proxy = await startProxy(hosts, port);
  const profile = createProfile();
  const extensionPath = join(profile.path, 'extension');
  giveHosts(extensionPathOf(browser), extensionPath);
  try {
    const driver = await launch(browser, {
      extensionPath,
      profilePath: join(profile.path, 'profile'),
      isHeadless: true,
      proxyPort: proxy.port,
      logPath: join(profile.path, 'browser.log'),
      spkiHash: certificate.spkiHash,
    });
    try {
      return await play(driver, provider);
    } finally {
      await driver.close();
    }
  } finally {
    await proxy.close();
    server.close();
    profile.remove();
  }
}

async function play(driver: Driver, provider: OpenIdProvider): Promise<readonly string[]> {
  const { problems, expect } = createExpectations();
  const expectView = (when: string, state: string, verdict: string | null) =>
    expect(
      when,
      async () => {
        const reading = await driver.readPopup();
        return `${reading.state} ${reading.verdict}`;
      },
      `${state} ${verdict}`,
    );
  const signIn = async (idToken: string, page: string) =>
    driver.goto(`https://${host}/${page}#id_token=${idToken}`);

  await driver.goto(`https://${host}/inbox`);
  await expectView('before it is added', 'first-use', null);
  await change(driver, added);
  await expectView('when it is added', 'waiting', null);
  await signIn(await provider.signIn(), 'a');
  await expectView('a genuine sign-in', 'session', 'verified');
  await signIn(tamper(await provider.signIn()), 'b');
  await expectView('a forged sign-in', 'session', 'danger');
  await driver.stopBackground();
  await provider.rotate();
  await signIn(await provider.signIn(), 'c');
  await expectView('a stopped background and a new key', 'session', 'verified');
  await change(driver, { ownIssuers: [], ownWebmails: [] });
  await expectView('when it is taken out', 'not-webmail', null);
  return problems;
}

const change = (driver: Driver, changes: object): Promise<unknown> =>
  driver.evaluateInExtension(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ type: 'change-settings', changes })})`,
  );

/** Another subject under the same signature. */
function tamper(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = JSON.stringify({ ...claims, sub: 'eve' });
  return `${header}.${Buffer.from(changed).toString('base64url')}.${signature}`;
}

async function answer(
  provider: OpenIdProvider,
  url: string,
): Promise<{ readonly type: string; readonly text: string }> {
  if (new URL(url).hostname !== signInHost) return { type: 'text/html', text: '<p>Mail</p>' };
  return { type: 'application/json', text: await (await provider.fetch(url)).text() };
}

/** A copy of the extension to which both hosts are given: in a browser of a person's own, a click does that. */
function giveHosts(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const patterns = hosts.map((name) => `https://${name}/*`);
  manifest.host_permissions = [...manifest.host_permissions, ...patterns];
  writeFileSync(path, JSON.stringify(manifest));
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
