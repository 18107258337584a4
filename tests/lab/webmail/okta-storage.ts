import { decodeJwt } from 'jose';

/**
 * Keeps an access token where Okta's library does, in its form (https://github.com/okta/okta-auth-js, lib/oidc/types/Token.ts and
 * lib/constants.ts, read 2026-11-29). The library itself signs in at Okta alone, so the page writes it.
 */
export async function keepAsOkta(token: string): Promise<void> {
  const { iss, exp } = decodeJwt(token);
  const accessToken = {
    accessToken: token,
    tokenType: 'Bearer',
    expiresAt: exp,
    scopes: ['openid', 'profile'],
    authorizeUrl: `${iss}oauth2/v2.0/authorize`,
    userinfoUrl: `${iss}openid/userinfo`,
  };
  localStorage.setItem('okta-token-storage', JSON.stringify({ accessToken }));
}
