import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** The only way out of a browser in the lab: the lab's names lead to the lab, every other name to a closed door. */
export interface Proxy {
  readonly port: number;
  /** Names outside of the lab that were asked for, in order of their first request. */
  readonly refused: ReadonlySet<string>;
  close(): Promise<void>;
}

/** @param labPort where the lab listens on this machine */
export async function startProxy(labNames: readonly string[], labPort: number): Promise<Proxy> {
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    // Unencrypted requests are never the lab's.
    refused.add(hostOf(request.url?.replace(/^http:\/\//, '') ?? ''));
    response.writeHead(403).end();
  });
  server.on('connection', (socket: Socket) => track(sockets, socket));
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const host = hostOf(request.url ?? '');
    // A browser that closes goes away in the middle of an answer; nobody listening would end this program.
    client.on('error', () => client.destroy());
    if (!labNames.includes(host)) {
      refused.add(host);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const lab = connect(labPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      lab.write(head);
      lab.pipe(client).pipe(lab);
    });
    track(sockets, lab);
    // One side gone: the other has nobody to talk to.
    lab.on('error', () => client.destroy());
    client.on('close', () => lab.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const hostOf = (target: string): string => target.split(/[:/]/)[0] ?? '';

function track(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
}
