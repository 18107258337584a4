import { WebSocket } from 'ws';

interface Pending {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

/** A WebDriver BiDi connection (W3C, read 2026-11-24): commands and their answers; events are not needed. */
export interface Bidi {
  send(
    method: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>>;
  close(): void;
}

export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url, { maxPayload: 64_000_000 });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const pending = new Map<number, Pending>();
  let last = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    const waiting = pending.get(message.id);
    if (waiting === undefined) return;
    pending.delete(message.id);
    if (message.type === 'success') waiting.resolve(message.result);
    else waiting.reject(new Error(`${message.error}: ${message.message}`));
  });
  socket.on('close', () => {
    for (const { reject } of pending.values()) reject(new Error('Firefox closed the connection'));
    pending.clear();
  });
  return {
    send: (method, parameters) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        pending.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params: parameters }), (error) => {
          if (error) reject(error);
        });
      }),
    close: () => socket.close(),
  };
}
