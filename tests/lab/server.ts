import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Asset, buildAssets } from './assets.ts';
import { createServerCertificate } from './certificates.ts';
import { answerDoor, openSockets } from './door-server.ts';
import { answerHostSession, hostSessionPath } from './host-session.ts';
import {
  createIdentityProvider,
  mailClientId,
  mailScope,
  type Person,
} from './identity-provider.ts';
import { buildGoogleKeys, buildKeyDocument, sendKeyDocument } from './key-documents.ts';
import { consumerOwner, createLabKeys, type LabKeys } from './lab-keys.ts';
import { buildLoadPage } from './load-page.ts';
import { answerInterface } from './mail-interface.ts';
import { buildMenuPage, verdictWords } from './menu-page.ts';
import {
  chinaLoginHosts,
  consumerHost,
  consumerTenant,
  enterpriseTenant,
  googleKeyHost,
  governmentLoginHost,
  graphHost,
  labHosts,
  loginHost,
  mailHostOf,
  menuHost,
} from './names.ts';
import { answerOpaque } from './opaque-server.ts';
import { isOpaqueWebmail } from './opaque-webmails.ts';
import { startProxy } from './proxy.ts';
import { scenarios } from './scenarios/index.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { type Claims, changeClaims, replacePayload, signAs } from './tokens.ts';

/** What happened in the lab, for people and for tests. Holds no token. */
export interface LabEvent {
  readonly kind: 'request' | 'token-issued' | 'scenario-chosen';
  readonly host: string;
  readonly path: string;
  readonly text: string;
  /** Whether a page stands behind the request: a navigation, or a request that says where it comes from. */
  readonly isOfPage: boolean;
}

/** Whose key signs. */
export type Signer = 'enterprise' | 'consumer' | 'government' | 'china' | 'otherwiseMarked';

export interface Lab {
  /** Of the proxy that browsers go through. */
  readonly proxyPort: number;
  /** Names outside of the lab that a browser asked for. */
  readonly refusedHosts: ReadonlySet<string>;
  readonly spkiHash: string;
  /** Certificate of the authority that its server rests on, PEM. */
  readonly authority: string;
  /** Every access token handed out, so that tests can look for their traces. */
  readonly issuedTokens: readonly string[];
  readonly events: readonly LabEvent[];
  choose(id: string): Scenario;
  /** From now on `/lab/load` on a mail host is a page that sends one request with each of these. */
  serveLoad(tokens: readonly string[]): void;
  /** Further tokens like the last one, each with an id of its own and these claims, signed by this key. */
  mint(
    signer: 'enterprise' | 'consumer',
    count: number,
    claims?: Claims,
  ): Promise<readonly string[]>;
  /** A token with these claims, signed by this key. @param forged claims that are put under the signature afterwards */
  sign(signer: Signer, claims: Claims, forged?: Claims): Promise<string>;
  close(): Promise<void>;
}

/** Starts the lab: sign-in services, key servers, webmails and their interface, all on one port of this machine. */
export async function startLab(onEvent: (event: LabEvent) => void = () => {}): Promise<Lab> {
  const [keys, certificate, assets] = await Promise.all([
    createLabKeys(),
    createServerCertificate(labHosts),
    buildAssets(),
  ]);
  const events: LabEvent[] = [];
  const issuedTokens: string[] = [];
  let current: Scenario | undefined = scenarios[0];
  let issued = 0;
  let keysAskedAtMs: number | null = null;
  let loadTokens: readonly string[] = [];

  const tell = (event: LabEvent) => {
    events.push(event);
    onEvent(event);
  };
  const scenario = (): Scenario => {
    if (current === undefined) throw new Error('the lab has no scenarios');
    return current;
  };
  const choose = (id: string): Scenario => {
    const chosen = scenarios.find((known) => known.id === id);
    if (chosen === undefined) throw new Error(`there is no scenario ${id}`);
    current = chosen;
    issued = 0;
    keysAskedAtMs = null;
    tell({
      kind: 'scenario-chosen',
      host: menuHost,
      path: '/',
      text: chosen.title,
      isOfPage: true,
    });
    return chosen;
  };
  /** A second token is handed out when the keys of the first have been looked at: in life, an hour lies between them. */
  const waitForFirstLook = async (): Promise<void> => {
    const endMs = Date.now() + 6_000;
    const hasLooked = () => keysAskedAtMs !== null && Date.now() - keysAskedAtMs > 500;
    while (issued > 0 && !hasLooked() && Date.now() < endMs) await pause(50);
  };
  const issue = async (genuine: string): Promise<string> => {
    await waitForFirstLook();
    issued++;
    const token = (await scenario().issue?.(genuine, keys, issued)) ?? genuine;
    issuedTokens.push(genuine, token);
    tell({
      kind: 'token-issued',
      host: loginHost,
      path: '/',
      text: `token ${issued}`,
      isOfPage: true,
    });
    return token;
  };
  const remember = (secret: string) => void issuedTokens.push(secret);
  const opaque = { scenario, keys, issue, remember };
  const providers = createProviders(keys, scenario, issue);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    tell({
      kind: 'request',
      host,
      path,
      text: request.method ?? '',
      isOfPage: isOfPage(request),
    });
    response.setHeader('cache-control', 'no-store');
    if (host === menuHost) return answerMenu(request, response, assets, choose);
    if (host === loginHost || host === governmentLoginHost || chinaLoginHosts.includes(host)) {
      return answerLogin(host, request, response);
    }
    if (host === googleKeyHost) return sendKeyDocument(request, response, buildGoogleKeys(keys));
    if (path === hostSessionPath && answerHostSession(host, response, remember)) return;
    if (await answerOpaque(path, request, response, opaque)) return;
    return answerMail(host, path, request, response);
  }

  async function answerLogin(
    host: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const server = scenario().keyServer?.(keys, issued) ?? {
      listed: [keys.enterprise],
      isDown: false,
    };
    const document = buildKeyDocument(host, request.url ?? '', server, keys);
    if (document !== null) {
      keysAskedAtMs = Date.now();
      if (server.isDown) response.writeHead(503).end();
      else sendKeyDocument(request, response, document);
      return;
    }
    for (const provider of providers) {
      if (await provider.handle(request, response)) return;
    }
    response.writeHead(404).end();
  }

  function answerMail(
    host: string,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    if (request.method === 'OPTIONS') {
      response
        .writeHead(204, {
          'access-control-allow-origin': request.headers.origin ?? '*',
          'access-control-allow-headers': 'authorization',
        })
        .end();
      return;
    }
    if (answerDoor(path, request, response)) return;
    if (path === '/') {
      // The front page of a webmail leads to its mail.
      response.writeHead(302, { location: '/mail/' }).end();
      return;
    }
    if (path === '/lab/load') {
      sendAsset(response, { type: 'text/html', content: buildLoadPage(loadTokens) });
      return;
    }
    if (path === '/lab/dpop-key') {
      sendJson(response, keys.device);
      return;
    }
    if (path === '/lab/chosen') {
      sendJson(response, describe(scenario(), host));
      return;
    }
    const isInterface = path.startsWith('/api/') || host === graphHost;
    if (isInterface) {
      answerInterface(request, response, scenario());
      return;
    }
    sendAsset(response, assets.get(path));
  }

  const server = createServer(
    // Larger headers than most servers take, so that what a hostile page sends arrives.
    { cert: certificate.cert, key: certificate.key, maxHeaderSize: 2 ** 25 },
    (request, response) => {
      handle(request, response).catch((error: unknown) => {
        console.error('lab:', error instanceof Error ? error.message : 'failed');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  openSockets(server);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy = await startProxy(labHosts, port);
  return {
    proxyPort: proxy.port,
    refusedHosts: proxy.refused,
    spkiHash: certificate.spkiHash,
    authority: certificate.authority,
    issuedTokens,
    events,
    choose,
    serveLoad(tokens) {
      loadTokens = tokens;
    },
    async mint(signer, count, claims = {}) {
      const [like = ''] = issuedTokens.slice(-1);
      const ids = Array.from({ length: count }, () => randomBytes(16).toString('base64url'));
      const minted = await Promise.all(
        ids.map((uti) => signAs(keys[signer], changeClaims(like, { ...claims, uti }))),
      );
      issuedTokens.push(...minted);
      return minted;
    },
    async sign(signer, claims, forged) {
      const signed = await signAs(keys[signer], claims);
      const token = forged === undefined ? signed : replacePayload(signed, forged);
      issuedTokens.push(token);
      return token;
    },
    async close() {
      await proxy.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}

function isOfPage({ headers, method }: IncomingMessage): boolean {
  const isNavigation = headers['sec-fetch-mode'] === 'navigate' || method === 'OPTIONS';
  const isPart = headers['sec-fetch-dest'] !== undefined && headers['sec-fetch-dest'] !== 'empty';
  return isNavigation || isPart || headers.referer !== undefined || headers.origin !== undefined;
}

function createProviders(
  keys: LabKeys,
  scenario: () => Scenario,
  issue: (genuine: string) => Promise<string>,
) {
  const person = () => personOf(scenario());
  const answersInQuery = () => scenario().door === 'query';
  return [
    createIdentityProvider({
      tenant: enterpriseTenant,
      accessTokenIssuer: `https://sts.windows.net/${enterpriseTenant}/`,
      version: '1.0',
      key: keys.enterprise,
      host: loginHost,
      person,
      answersInQuery,
      issue,
    }),
    createIdentityProvider({
      tenant: consumerTenant,
      accessTokenIssuer: consumerOwner,
      version: '2.0',
      key: keys.consumer,
      host: loginHost,
      person,
      answersInQuery,
      issue,
    }),
  ];
}

/** Each scenario has an account of its own, so that one scenario's session is not another's. */
function personOf({ id, webmail }: Scenario): Person {
  const domain = webmail === 'work' ? 'contoso.example' : 'outlook.example';
  const digits = createHash('sha256').update(id).digest('hex').slice(0, 12);
  return {
    subject: `0a1b2c3d-4e5f-4a6b-8c7d-${digits}`,
    address: `ada+${id}@${domain}`,
    name: 'Ada Lovelace',
  };
}

function describe(scenario: Scenario, host: string) {
  const { title, summary, verdict, webmail, door = 'bearer', proofForgery } = scenario;
  const { renews = false, asksFirst = false, isRefused = false } = scenario;
  const { client = 'msal', way = 'redirect' } = scenario;
  const tenant = host === consumerHost ? consumerTenant : enterpriseTenant;
  return {
    title,
    summary,
    expected: verdictWords[verdict],
    clientId: mailClientId,
    client,
    way,
    // Microsoft's library adds the version itself; others find the discovery document below the issuer's name.
    authority: `https://${loginHost}/${webmail === 'consumer' ? consumerTenant : tenant}${client === 'msal' ? '' : '/v2.0'}`,
    scope: mailScope,
    renews,
    asksFirst,
    isRefused,
    door,
    proofForgery: proofForgery ?? null,
    isOpaque: isOpaqueWebmail(webmail),
  };
}

function answerMenu(
  request: IncomingMessage,
  response: ServerResponse,
  assets: ReadonlyMap<string, Asset>,
  choose: (id: string) => Scenario,
): void {
  const url = new URL(request.url ?? '/', `https://${menuHost}`);
  if (url.pathname === '/choose') {
    const id = url.searchParams.get('scenario') ?? '';
    if (!scenarios.some((scenario) => scenario.id === id)) {
      response.writeHead(404).end();
      return;
    }
    const { webmail } = choose(id);
    response.writeHead(302, { location: `https://${mailHostOf(webmail)}/mail/` }).end();
    return;
  }
  const page = { type: 'text/html', content: buildMenuPage(scenarios) };
  sendAsset(response, url.pathname === '/' ? page : assets.get(url.pathname));
}

function sendAsset(response: ServerResponse, asset: Asset | undefined): void {
  if (asset === undefined) response.writeHead(404).end();
  else
    response.writeHead(200, { 'content-type': `${asset.type}; charset=utf-8` }).end(asset.content);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
