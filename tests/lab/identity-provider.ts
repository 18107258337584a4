import './quiet-provider.ts';

import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { LabKey } from './certificates.ts';
import { changeDiscovery, changeSignInAnswer, changeTokenAnswer } from './handed-out.ts';
import { consumerHost, graphHost, workHost } from './names.ts';
import { signOutPages } from './sign-out-pages.ts';

/** Client id of Outlook on the web, as real tokens carry it. */
export const mailClientId = '9199bf20-a13f-4107-85dc-02114787ef48';

export interface Person {
  readonly subject: string;
  readonly address: string;
  readonly name: string;
}

export interface IdentityProviderParts {
  readonly tenant: string;
  /** Version 1 issuers for organisations, version 2 for private accounts. */
  readonly accessTokenIssuer: string;
  readonly version: '1.0' | '2.0';
  readonly key: LabKey;
  readonly host: string;
  /** Who signs in now. */
  readonly person: () => Person;
  /** Whether an answer that belongs into the fragment of an address is put into its query. */
  readonly answersInQuery: () => boolean;
  /** What is handed out in place of the genuine access token. */
  readonly issue: (genuine: string) => Promise<string>;
}

/** A real OpenID provider behind the paths of Microsoft's sign-in service. Everybody is signed in without being asked. */
export function createIdentityProvider(parts: IdentityProviderParts) {
  const mount = `/${parts.tenant}`;
  const provider = new Provider(`https://${parts.host}${mount}/v2.0`, configure(parts));
  provider.proxy = true;
  provider.use(async (context, next) => {
    await next();
    await changeTokenAnswer(context, parts);
    await changeSignInAnswer(context, parts);
    changeDiscovery(context, mount);
  });
  const answer = provider.callback();
  return {
    /** Answers the request when it is for this provider. */
    async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const url = request.url ?? '';
      if (!url.startsWith(`${mount}/`)) return false;
      if (url.startsWith(`${mount}/sign-in/`)) {
        await finishSignIn(provider, request, response, parts.person());
        return true;
      }
      const asked = prepareAuthorization(url);
      // The discovery document stands below the issuer's name, everything else below the tenant.
      const below = asked.startsWith(`${mount}/v2.0/.well-known/`) ? `${mount}/v2.0` : mount;
      // The provider finds its mount path by comparing the two, so both must carry the same query.
      Object.assign(request, { originalUrl: asked, url: asked.slice(below.length) });
      await answer(request, response);
      return true;
    },
  };
}

async function finishSignIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  person: Person,
): Promise<void> {
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: person.subject, remember: false }, consent: {} },
    { mergeWithLastSubmission: true },
  );
}

/** Refresh tokens are only given with consent; the real service asks for none, so it is added to the request. */
function prepareAuthorization(url: string): string {
  return /\/oauth2\/v2\.0\/authorize\?/.test(url) ? `${url}&prompt=consent` : url;
}

function configure(parts: IdentityProviderParts): Configuration {
  const { tenant, key, version } = parts;
  const claims = (person: Person) => ({
    tid: tenant,
    oid: person.subject,
    name: person.name,
    ver: version,
    ...(version === '1.0'
      ? { upn: person.address, unique_name: person.address, appid: mailClientId, appidacr: '0' }
      : { preferred_username: person.address, azp: mailClientId, azpacr: '0' }),
  });
  return {
    clients: [
      {
        client_id: mailClientId,
        redirect_uris: [
          `https://${workHost}/mail/`,
          `https://${consumerHost}/mail/`,
          `https://${workHost}/mail/answer`,
          `https://${workHost}/owa/`,
        ],
        response_types: ['code', 'code id_token', 'code token', 'id_token'],
        grant_types: ['authorization_code', 'refresh_token', 'implicit'],
        token_endpoint_auth_method: 'none',
        application_type: 'web',
      },
    ],
    jwks: { keys: [{ ...key.privateJwk, kid: key.kid, use: 'sig', alg: 'RS256' }] },
    scopes: ['openid', 'offline_access', 'profile', mailScope],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'oid', 'tid', 'ver'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({
        ...claims(parts.person()),
        sub: id,
        preferred_username: parts.person().address,
        ver: '2.0',
      }),
    }),
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      end_session: '/oauth2/v2.0/logout',
      jwks: '/internal/keys',
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: signOutPages,
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `https://${workHost}`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: mailScope,
          audience: `https://${graphHost}`,
          accessTokenTTL: 4500,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    interactions: { url: (_context, { uid }) => `/${tenant}/sign-in/${uid}` },
    loadExistingGrant: async (context) => grantEverything(context),
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    clientBasedCORS: () => true,
    pkce: { required: () => true },
    responseTypes: ['code', 'code id_token', 'code token', 'id_token'],
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 4500, IdToken: 3600 },
    cookies: { keys: ['lab'] },
    extraTokenClaims: () => ({ ...claims(parts.person()) }),
    formats: {
      customizers: {
        jwt: (_context, _token, jwt) => {
          // The member is undefined at this point, so it is assigned whole.
          jwt.header = { ...jwt.header, typ: 'JWT', x5t: key.kid };
          const issuedAt = Number(jwt.payload['iat']);
          jwt.payload = {
            ...jwt.payload,
            iss: parts.accessTokenIssuer,
            nbf: issuedAt,
            uti: crypto.randomUUID().replaceAll('-', '').slice(0, 22),
          };
        },
      },
    },
  };
}

/** The one permission that the lab's mail page asks for. */
export const mailScope = 'https://outlook.office.com/Mail.Read';

async function grantEverything(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(`openid profile offline_access ${mailScope}`);
  grant.addResourceScope(`https://${workHost}`, mailScope);
  await grant.save();
  return grant;
}
