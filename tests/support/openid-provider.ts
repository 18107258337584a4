import '../lab/quiet-provider.ts';

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { duplexPair } from 'node:stream';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

export const clientId = 'webmail';
const redirectUri = 'https://mail.contoso.example/callback';

export interface OpenIdProvider {
  /** As `fetch` asks it. Rejects when it is down, and for hosts that are not its own. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Signs somebody in and resolves with the ID token that the browser gets. */
  readonly signIn: () => Promise<string>;
  /** From now on a new key signs; the one before stays published. */
  readonly rotate: () => Promise<void>;
  isDown: boolean;
}

/** A real OpenID provider at an issuer's address, spoken to by HTTP without a network. */
export async function createOpenIdProvider(issuer: string): Promise<OpenIdProvider> {
  const { host, pathname } = new URL(issuer);
  const mount = pathname.replace(/\/$/, '');
  let keys = [await createKey()];
  let provider = createProvider(issuer, keys);

  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing);
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = incoming.url ?? '';
    if (url.startsWith(`${mount}/sign-in/`)) {
      const login = { accountId: 'ada', remember: false };
      await provider.interactionFinished(incoming, outgoing, { login, consent: {} });
      return;
    }
    Object.assign(incoming, { originalUrl: url, url: url.slice(mount.length) });
    await provider.callback()(incoming, outgoing);
  }

  async function send(url: string, headers: Record<string, string>): Promise<Response> {
    const [client, serverSide] = duplexPair();
    server.emit('connection', serverSide);
    const { pathname: path, search } = new URL(url);
    return new Promise((resolve, reject) => {
      const asked = request({
        createConnection: () => client,
        path: `${path}${search}`,
        headers: { ...headers, host, 'x-forwarded-proto': 'https', connection: 'close' },
      });
      asked.on('error', reject).on('response', (incoming) => {
        const pieces: Uint8Array[] = [];
        incoming.on('data', (piece: Uint8Array) => pieces.push(piece));
        incoming.on('end', () => {
          const { statusCode = 500, rawHeaders } = incoming;
          const pairs = rawHeaders.flatMap((name, at): [string, string][] =>
            at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
          );
          resolve(new Response(Buffer.concat(pieces), { status: statusCode, headers: pairs }));
        });
      });
      asked.end();
    });
  }

  const self: OpenIdProvider = {
    isDown: false,
    fetch: async (url, init) => {
      if (self.isDown || new URL(url).host !== host) throw new TypeError('Failed to fetch');
      return send(url, Object.fromEntries(new Headers(init?.headers)));
    },
    async signIn() {
      const jar = new Map<string, string>();
      let address = `${issuer}/auth?${new URLSearchParams({
        client_id: clientId,
        response_type: 'id_token',
        redirect_uri: redirectUri,
        scope: 'openid',
        nonce: randomUUID(),
      })}`;
      // The browser's part: it follows redirects and keeps cookies until the webmail is reached.
      for (let step = 0; step < 6; step++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const { headers } = await send(address, cookie === '' ? {} : { cookie });
        for (const line of headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          jar.set(name, value);
        }
        address = new URL(headers.get('location') ?? '', address).href;
        if (address.startsWith(redirectUri)) break;
      }
      const idToken = new URLSearchParams(new URL(address).hash.slice(1)).get('id_token');
      if (idToken === null) throw new Error(`no sign-in: ${address}`);
      return idToken;
    },
    async rotate() {
      keys = [await createKey(), ...keys];
      provider = createProvider(issuer, keys);
    },
  };
  return self;
}

async function createKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

type Keys = Awaited<ReturnType<typeof createKey>>[];

function createProvider(issuer: string, keys: Keys): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [redirectUri],
        response_types: ['id_token'],
        grant_types: ['implicit'],
        token_endpoint_auth_method: 'none',
      },
    ],
    jwks: { keys },
    responseTypes: ['id_token'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${new URL(issuer).pathname}/sign-in/${uid}` },
    loadExistingGrant: grantSignIn,
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    cookies: { keys: ['test'] },
    ttl: { IdToken: 300, Session: 600, Interaction: 600, Grant: 600 },
  });
  provider.proxy = true;
  return provider;
}

async function grantSignIn({ oidc: { client, session, provider } }: KoaContextWithOIDC) {
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}
