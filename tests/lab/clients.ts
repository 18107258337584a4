/** The client libraries that the lab's mail page can sign in with. */
export type ClientId = 'msal' | 'oidc-client-ts';
/** How the person comes to the sign-in service: the page itself goes there, or a window of its own. */
export type SignInWay = 'redirect' | 'popup';
