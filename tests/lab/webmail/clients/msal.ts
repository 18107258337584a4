import { PublicClientApplication } from '@azure/msal-browser';
import { answerAddresses, type ClientSettings, type SignedIn } from './client.ts';

/**
 * Signs in with Microsoft's client library, which encrypts what it keeps in local storage, and nothing else. Null when the page goes
 * away to the sign-in service.
 */
export async function signInWithMsal(settings: ClientSettings): Promise<SignedIn | null> {
  const { clientId, authority, scope, door, way } = settings;
  const scopes = [scope];
  const client = new PublicClientApplication({
    // Null: who signed out stays at the sign-in service, because the mail page would sign in again at once.
    auth: {
      clientId,
      authority,
      redirectUri: answerAddresses[way](),
      postLogoutRedirectUri: null,
    },
    cache: { cacheLocation: door === 'session-storage' ? 'sessionStorage' : 'localStorage' },
  });
  await client.initialize();
  const answer = await client.handleRedirectPromise();
  const result = answer ?? (way === 'popup' ? await client.loginPopup({ scopes }) : null);
  if (result === null) {
    await client.loginRedirect({ scopes });
    return null;
  }
  return {
    accessToken: result.accessToken,
    account: result.account?.username ?? '',
    async renew() {
      const { account } = result;
      return (await client.acquireTokenSilent({ scopes, account, forceRefresh: true })).accessToken;
    },
    signOut: () => client.logoutRedirect({ account: result.account }),
  };
}
