import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';

/** Programs of workers and of the frame: each asks for mail with the token that it is given. */
const askForMail = `const response = await fetch('/api/v2.0/me/messages', { headers: { authorization: 'Bearer ' + event.data } });`;
const scripts: Readonly<Record<string, string>> = {
  '/assets/door-worker.js': `onmessage = async (event) => { ${askForMail} postMessage(response.status); };`,
  '/mail/service-worker.js': `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => event.waitUntil((async () => { ${askForMail} event.source.postMessage(response.status); })()));`,
};
const frame = `<!doctype html><meta charset="utf-8"><title>Frame</title><script type="module">
addEventListener('message', async (event) => { ${askForMail} parent.postMessage(response.status, location.origin); });
</script>`;

/** Keeps the token that it is given and sends it nowhere. */
const storageFrame = `<!doctype html><meta charset="utf-8"><title>Frame</title><script type="module">
addEventListener('message', (event) => { localStorage.setItem('kept', event.data); parent.postMessage('kept', event.origin); });
</script>`;

/** Answers what the doors need of the mail service. True when the request was for one of them. */
export function answerDoor(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const script = scripts[path];
  if (script !== undefined) {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    return true;
  }
  switch (path) {
    case '/mail/frame':
      response.writeHead(200, { 'content-type': 'text/html' }).end(frame);
      return true;
    case '/mail/storage-frame':
      response.writeHead(200, { 'content-type': 'text/html' }).end(storageFrame);
      return true;
    case '/api/events':
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: mail\n\n');
      return true;
    case '/owa/':
      // The answer of a sign-in was posted; what was in it is kept by nobody.
      response.writeHead(303, { location: '/mail/#answered' }).end();
      return true;
    case '/lab/renew':
      void renew(request, response);
      return true;
    case '/lab/keep':
      void keepInCookie(request, response);
      return true;
    default:
      return false;
  }
}

async function keepInCookie(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = await text(request);
  const extra = request.url?.includes('partitioned') ? '; SameSite=None; Partitioned' : '';
  const cookie = `OpenIdConnect.token.v1=${token}; Path=/; Secure; HttpOnly${extra}`;
  response.writeHead(204, { 'set-cookie': cookie }).end();
}

/** As services that renew a page's token in the header of any answer. */
async function renew(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = await text(request);
  response.writeHead(204, { authorization: `Bearer ${token}` }).end();
}

/** Opens WebSockets to whoever asks, and says hello. */
export function openSockets(server: Pick<Server, 'on'>): void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    // A page that goes away in the middle of it is no fault of the lab.
    socket.on('error', () => socket.destroy());
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', () => opened.terminate());
      opened.send('mail');
    });
  });
}
