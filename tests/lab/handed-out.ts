import type { IdentityProviderParts } from './identity-provider.ts';

/** The token endpoint's answer, with the scenario's token in place of the genuine one and the member that the client library asks for. */
export async function changeTokenAnswer(
  context: { path: string; body: unknown },
  parts: IdentityProviderParts,
): Promise<void> {
  const { body } = context;
  if (!context.path.endsWith('/oauth2/v2.0/token') || typeof body !== 'object' || body === null)
    return;
  if (!('access_token' in body) || typeof body.access_token !== 'string') return;
  const clientInfo = JSON.stringify({ uid: parts.person().subject, utid: parts.tenant });
  context.body = {
    ...body,
    access_token: await parts.issue(body.access_token),
    client_info: Buffer.from(clientInfo).toString('base64url'),
  };
}

/** The part of a request's context that is needed here. */
interface SignInContext {
  body: unknown;
  readonly response: { get(name: string): string };
  set(name: string, value: string): void;
}

/** What the sign-in service answers to the browser itself: a form that posts a token, or an address with one. */
export async function changeSignInAnswer(
  context: SignInContext,
  parts: IdentityProviderParts,
): Promise<void> {
  const { body } = context;
  const location = context.response.get('location');
  const inForm =
    typeof body === 'string' ? /name="(?:id|access)_token" value="([^"]+)"/.exec(body) : null;
  const inAddress = /[#&]id_token=([^&]+)/.exec(location);
  const genuine = inForm?.[1] ?? inAddress?.[1];
  if (genuine === undefined) return;
  const token = await parts.issue(genuine);
  if (typeof body === 'string' && inForm !== null) context.body = body.replace(genuine, token);
  else {
    const asked = parts.answersInQuery() ? location.replace('#', '?') : location;
    context.set('location', asked.replace(genuine, token));
  }
}

/** The discovery document's addresses, which stand beside the issuer's name and not below it. */
export function changeDiscovery(context: { path: string; body: unknown }, mount: string): void {
  if (!context.path.endsWith('/.well-known/openid-configuration')) return;
  context.body = JSON.parse(
    JSON.stringify(context.body).replaceAll(`${mount}/v2.0/oauth2/`, `${mount}/oauth2/`),
  );
}
