/** The token endpoint of a sign-in service, and who asks it. */
export interface TokenService {
  readonly authority: string;
  readonly clientId: string;
}

interface Body {
  readonly type: string;
  readonly text: string;
}

/** A token as the reason for another one (RFC 7521 section 4.1, RFC 7523 section 2.1). */
const membersOf = (token: string, { clientId }: TokenService) => ({
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  client_id: clientId,
  assertion: token,
});

export const writeForm = (token: string, service: TokenService): Body => ({
  type: 'application/x-www-form-urlencoded',
  text: String(new URLSearchParams(membersOf(token, service))),
});

export const writeJson = (token: string, service: TokenService): Body => ({
  type: 'application/json',
  text: JSON.stringify(membersOf(token, service)),
});

/** Asks for another token. The lab's sign-in service gives none for this reason, which changes nothing: the token was on its way. */
export async function askForAnother({ authority }: TokenService, { type, text }: Body) {
  const headers = { 'content-type': type };
  const { status } = await fetch(`${authority}/oauth2/v2.0/token`, {
    method: 'POST',
    headers,
    body: text,
  });
  if (status !== 400) throw new Error(`the sign-in service answered ${status}`);
}
