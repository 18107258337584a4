import type { ClientId } from '../clients.ts';
import { isSignInAnswer, type ProofForgery } from '../doors.ts';
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
  /** The page learns first whose sessions the mail service trusts, and asks nobody else. */
  readonly asksFirst: boolean;
  /** The mail service refuses the token. */
  readonly isRefused: boolean;
  readonly proofForgery: ProofForgery | null;
  /** The session is made of cookies that nobody but the provider can check. */
  readonly isOpaque: boolean;
}

interface Mail {
  readonly from: string;
  readonly subject: string;
  readonly time: string;
}

const mailPath = '/api/v2.0/me/messages';
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
    await doors[chosen.door]?.(accessToken, chosen);
    return signedIn;
  }
  if (chosen.asksFirst) {
    await expectRefusal(null);
    showInbox((await fetchWith(accessToken, mailPath)).value);
    return signedIn;
  }
  if (chosen.isRefused) {
    await expectRefusal(accessToken);
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
  const { value } = await fetchWith(token, mailPath);
  await fetchWith(token, `${graph}/mailFolders`);
  showInbox(value);
}

/** Asks for mail without a token, as Exchange's clients do to learn whom it trusts, or with one that is refused. */
async function expectRefusal(token: string | null): Promise<void> {
  const headers = { authorization: token === null ? 'Bearer' : `Bearer ${token}` };
  const { status } = await fetch(mailPath, { headers });
  if (status !== 401) throw new Error(`the mail service answered ${status}`);
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
  } else if (isSignInAnswer(chosen.door)) {
    if (!isAnswered()) {
      goAndSignIn({ ...chosen, door: chosen.door });
      return;
    }
  } else {
    const signedIn = await signIn(chosen);
    if (signedIn === null) return;
    show('account', signedIn.account);
    offerSignOut(signedIn);
  }
  const said = chosen.isRefused ? 'Your session was refused.' : 'Your mail is up to date.';
  show('status', `${said} Open Countersign in the toolbar.`);
  document.querySelector('main')?.setAttribute('aria-busy', 'false');
}

start().catch((error: unknown) => {
  show('status', `This page failed: ${error instanceof Error ? error.message : 'unknown error'}`);
  document.querySelector('main')?.setAttribute('aria-busy', 'error');
});
