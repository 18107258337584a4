import type { DoorId, ProofForgery } from '../doors.ts';
import { fetchWithProof } from './dpop.ts';
import { keepAsOkta } from './okta-storage.ts';
import { askForAnother, type TokenService, writeForm, writeJson } from './token-request.ts';

interface DoorParts extends TokenService {
  readonly proofForgery: ProofForgery | null;
}

/** Lets a token through one door, and resolves when it has passed. */
type Door = (token: string, parts: DoorParts) => Promise<void>;

const mailPath = '/api/v2.0/me/messages';

async function fetchMail(authorization: string): Promise<void> {
  const response = await fetch(mailPath, { headers: { authorization } });
  if (!response.ok) throw new Error(`the mail service answered ${response.status}`);
}

const nextMessage = (target: EventTarget): Promise<void> =>
  new Promise((resolve) => target.addEventListener('message', () => resolve(), { once: true }));

async function throughWorker(token: string): Promise<void> {
  const worker = new Worker('/assets/door-worker.js');
  const done = nextMessage(worker);
  worker.postMessage(token);
  await done;
}

async function throughServiceWorker(token: string): Promise<void> {
  await navigator.serviceWorker.register('/mail/service-worker.js', { scope: '/mail/' });
  const { active } = await navigator.serviceWorker.ready;
  const done = nextMessage(navigator.serviceWorker);
  active?.postMessage(token);
  navigator.serviceWorker.startMessages();
  await done;
}

const throughFrame =
  (address: string): Door =>
  async (token) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    const loaded = new Promise((resolve) =>
      frame.addEventListener('load', resolve, { once: true }),
    );
    document.body.append(frame);
    await loaded;
    const done = nextMessage(window);
    frame.contentWindow?.postMessage(token, new URL(frame.src).origin);
    await done;
  };

async function throughWebSocket(token: string): Promise<void> {
  const socket = new WebSocket(`wss://${location.host}/api/socket?access_token=${token}`);
  await nextMessage(socket);
  socket.close();
}

async function throughEventStream(token: string): Promise<void> {
  const events = new EventSource(`/api/events?access_token=${token}`);
  await nextMessage(events);
  events.close();
}

const keepInCookie =
  (attributes: string): Door =>
  async (token) => {
    await fetch(`/lab/keep?attributes=${attributes}`, { method: 'POST', body: token });
  };

/** What the page does with its token; the sign-in answers and a client library's own storage need nothing of it. */
export const doors: Readonly<Record<DoorId, Door | null>> = {
  bearer: null,
  'dedicated-worker': throughWorker,
  'service-worker': throughServiceWorker,
  frame: throughFrame('/mail/frame'),
  msauth: (token) =>
    fetchMail(`MSAuth1.0 actortoken="Bearer ${token}", accesstoken="Bearer ${token}", type="PFAT"`),
  'msauth-2': (token) => fetchMail(`MSAuth2.0 usertoken="${token}", type="MSACT"`),
  dpop: (token, { proofForgery }) =>
    fetchWithProof(token, `${location.origin}${mailPath}`, proofForgery),
  'form-post': null,
  'form-post-access-token': null,
  'assertion-form': (token, service) => askForAnother(service, writeForm(token, service)),
  'assertion-json': (token, service) => askForAnother(service, writeJson(token, service)),
  fragment: null,
  query: null,
  'web-socket': throughWebSocket,
  'event-stream': throughEventStream,
  'response-header': async (token) => {
    await fetch('/lab/renew', { method: 'POST', body: token });
  },
  cookie: keepInCookie(''),
  'cookie-partitioned': keepInCookie('partitioned'),
  'local-storage': null,
  'session-storage': null,
  'okta-storage': keepAsOkta,
  // Another host of the same webmail, so that the frame has a storage of its own.
  'frame-storage': throughFrame('https://outlook.cloud.microsoft/mail/storage-frame'),
};
