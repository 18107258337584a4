import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { UserManager } from 'oidc-client-ts';
import type { ClientId } from '../clients.ts';

/** The page that a sign-in window ends at: each library has its own way of telling the page that opened it. */
async function tellOpener(): Promise<void> {
  const chosen: { client: ClientId; clientId: string; authority: string } = await (
    await fetch('/lab/chosen')
  ).json();
  if (chosen.client === 'msal') {
    await broadcastResponseToMainFrame();
    return;
  }
  const { authority, clientId } = chosen;
  const redirect = `${location.origin}/mail/answer`;
  const settings = { authority, client_id: clientId, redirect_uri: redirect };
  await new UserManager(settings).signinPopupCallback();
}

tellOpener().catch((error: unknown) => {
  document.body.textContent = error instanceof Error ? error.message : 'unknown error';
});
