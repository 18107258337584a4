import type { ClientId } from '../clients.ts';
import type { ProofForgery } from '../doors.ts';
import type { ClientSettings, SignedIn } from './clients/client.ts';
import { signInWithMsal } from './clients/msal.ts';
import { signInWithOidcClient } from './clients/oidc.ts';
import { doors } from './doors.ts';
import { openSession } from './opaque.ts';
import { goAndSignIn, isAnswered } from './sign-in-answer.ts';

/** What the lab tells its mail page about the chosen scenario. */
interface Chosen extends ClientSettings {
  readonly title: string;
  readonly summary: string;
  readonly expected: string;
  readonly client: ClientId;
  readonly renews: boolean;
  readonly proofForgery: ProofForgery | null;
  /** The sign-in service hands out the token itself, without the client library. */
  readonly isSignInAnswer: boolean;
  /** The session is made of cookies that nobody but the provider can check. */
  readonly isOpaque: boolean;
}

interface Mail {
  readonly from: string;
  readonly subject: string;
  readonly time: string;
}

const graph = 'https://graph.microsoft.com/v1.0/me';

function show(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}

async function fetchWith(token: string, url: string): Promise<{ value: readonly Mail[] }> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok)
    throw new Error(`${new URL(url, location.href).host} answered ${response.status}`);
  return response.json();
}

function showInbox(mails: readonly Mail[]): void {
  document.getElementById('inbox')?.replaceChildren(
    ...mails.map(({ from, subject, time }) => {
      const row = document.createElement('li');
      for (const [name, text] of [
        ['b', from],
        ['span', subject],
        ['span', time],
      ] as const) {
        const cell = document.createElement(name);
        cell.textContent = text;
        row.append(cell);
      }
      return row;
    }),
  );
}

const clients = { msal: signInWithMsal, 'oidc-client-ts': signInWithOidcClient } as const;

/** Signs in with a real client library and lets the token through its door. Null when the page goes away to sign in. */
async function signIn(chosen: Chosen): Promise<SignedIn | null> {
  const signedIn = await clients[chosen.client](chosen);
  if (signedIn === null) return null;
  const { accessToken } = signedIn;
  if (chosen.door !== 'bearer') {
    await doors[chosen.door]?.(accessToken, chosen.proofForgery);
    return signedIn;
  }
  await readMail(accessToken);
  if (chosen.renews) {
    await readMail(await signedIn.renew());
    await readMail(accessToken);
  }
  return signedIn;
}

async function readMail(token: string): Promise<void> {
  const { value } = await fetchWith(token, '/api/v2.0/me/messages');
  await fetchWith(token, `${graph}/mailFolders`);
  showInbox(value);
}

function offerSignOut({ signOut }: SignedIn): void {
  const button = document.getElementById('sign-out');
  button?.addEventListener('click', () => void signOut());
  button?.removeAttribute('hidden');
}

async function start(): Promise<void> {
  const chosen: Chosen = await (await fetch('/lab/chosen')).json();
  show('scenario-title', chosen.title);
  show('scenario-summary', chosen.summary);
  show('scenario-expected', `Countersign should say: ${chosen.expected}`);
  if (chosen.isOpaque) {
    if (!(await openSession({ postsIdToken: chosen.door === 'form-post' }))) return;
  } else if (chosen.isSignInAnswer) {
    if (!isAnswered()) {
      goAndSignIn(chosen);
      return;
    }
  } else {
    const signedIn = await signIn(chosen);
    if (signedIn === null) return;
    show('account', signedIn.account);
    offerSignOut(signedIn);
  }
  show('status', 'Your mail is up to date. Open Countersign in the toolbar.');
  document.querySelector('main')?.setAttribute('aria-busy', 'false');
}

start().catch((error: unknown) => {
  show('status', `This page failed: ${error instanceof Error ? error.message : 'unknown error'}`);
  document.querySelector('main')?.setAttribute('aria-busy', 'error');
});
