import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { answerAddresses, type ClientSettings, type SignedIn } from './client.ts';

/** Where the library keeps the tokens; through any other door than a storage's, they are kept nowhere but in the page. */
function storeOf(door: string): Storage {
  if (door === 'local-storage') return localStorage;
  return door === 'session-storage' ? sessionStorage : new InMemoryWebStorage();
}

/** Signs in with `oidc-client-ts` at any OpenID provider, by its discovery document. Null when the page goes away to sign in. */
export async function signInWithOidcClient(settings: ClientSettings): Promise<SignedIn | null> {
  const manager = new UserManager({
    authority: settings.authority,
    client_id: settings.clientId,
    redirect_uri: answerAddresses.redirect(),
    popup_redirect_uri: answerAddresses.popup(),
    response_type: 'code',
    scope: `openid profile ${settings.scope}`,
    userStore: new WebStorageStateStore({ store: storeOf(settings.door) }),
    automaticSilentRenew: false,
  });
  const isAnswered = new URLSearchParams(location.search).has('code');
  if (settings.way === 'redirect' && !isAnswered) {
    await manager.signinRedirect();
    return null;
  }
  const user =
    settings.way === 'popup' ? await manager.signinPopup() : await manager.signinRedirectCallback();
  // The code is used up, and a reload would send it again.
  history.replaceState(null, '', location.pathname);
  return {
    accessToken: user.access_token,
    account: String(user.profile['preferred_username'] ?? user.profile.sub),
    async renew() {
      return (await manager.signinSilent())?.access_token ?? '';
    },
    signOut: () => manager.signoutRedirect(),
  };
}
