import browser, { type Runtime } from 'webextension-polyfill';

/** Who sent a message, as the browser (not the sender) says. */
export interface MessageSender {
  readonly extensionId: string | null;
  /** Address of the page or frame that sent it. */
  readonly url: string | null;
  /** The tab whose topmost page it was sent from; null: a frame, or no tab's page. */
  readonly tabId: number | null;
}

export const ownExtensionId = (): string => browser.runtime.id;
export const ownOrigin = (): string => new URL(browser.runtime.getURL('')).origin;

/** Answers messages. `undefined` leaves a message to others. */
export function onMessage(
  answer: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(message, {
      extensionId: sender.id ?? null,
      url: sender.url ?? null,
      tabId: sender.frameId === 0 ? (sender.tab?.id ?? null) : null,
    }),
  );
}

/** Sends to the background and resolves with its answer. Rejects when nobody answers. */
export const sendMessage = (message: unknown): Promise<unknown> =>
  browser.runtime.sendMessage(message);

/** Tells open pages of the extension; that none is open is no error. */
export async function broadcast(message: unknown): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}
