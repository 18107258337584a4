import { type AuthenticationResult, PublicClientApplication } from '@azure/msal-browser';
import type { DoorId, ProofForgery } from '../doors.ts';
import { doors } from './doors.ts';
import { openSession } from './opaque.ts';
import { goAndSignIn, isAnswered } from './sign-in-answer.ts';

/** What the lab tells its mail page about the chosen scenario. */
interface Chosen {
  readonly title: string;
  readonly summary: string;
  readonly expected: string;
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
  readonly renews: boolean;
  readonly door: DoorId;
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

/** Signs in by redirect with the real client library, which encrypts what it keeps in local storage, and nothing else. */
async function signIn(chosen: Chosen): Promise<AuthenticationResult | null> {
  const client = new PublicClientApplication({
    auth: {
      clientId: chosen.clientId,
      authority: chosen.authority,
      redirectUri: `${location.origin}/mail/`,
    },
    cache: {
      cacheLocation: chosen.door === 'session-storage' ? 'sessionStorage' : 'localStorage',
    },
  });
  await client.initialize();
  const result = await client.handleRedirectPromise();
  if (result === null) {
    await client.loginRedirect({ scopes: [chosen.scope] });
    return null;
  }
  if (chosen.door !== 'bearer') {
    await doors[chosen.door]?.(result.accessToken, chosen.proofForgery);
    return result;
  }
  await readMail(result.accessToken);
  if (chosen.renews) {
    const renewed = await client.acquireTokenSilent({
      scopes: [chosen.scope],
      account: result.account,
      forceRefresh: true,
    });
    await readMail(renewed.accessToken);
    await readMail(result.accessToken);
  }
  return result;
}

async function readMail(token: string): Promise<void> {
  const { value } = await fetchWith(token, '/api/v2.0/me/messages');
  await fetchWith(token, `${graph}/mailFolders`);
  showInbox(value);
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
    const result = await signIn(chosen);
    if (result === null) return;
    show('account', result.account?.username ?? '');
  }
  show('status', 'Your mail is up to date. Open Countersign in the toolbar.');
  document.querySelector('main')?.setAttribute('aria-busy', 'false');
}

start().catch((error: unknown) => {
  show('status', `This page failed: ${error instanceof Error ? error.message : 'unknown error'}`);
  document.querySelector('main')?.setAttribute('aria-busy', 'error');
});
