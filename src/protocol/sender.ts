import type { MessageSender } from '../platform/messaging.ts';

/**
 * Whether a message comes from a page of this extension. Judged before the message is read: a web page, another
 * extension or a frame of any of them gets no answer. What counts is what the browser says of the sender.
 */
export function isOwnPage(
  sender: Pick<MessageSender, 'extensionId' | 'url'>,
  own: { readonly extensionId: string; readonly origin: string },
): boolean {
  if (sender.extensionId !== own.extensionId || sender.url === null) return false;
  return URL.canParse(sender.url) && new URL(sender.url).origin === own.origin
    ? true
    : sender.url.startsWith(`${own.origin}/`);
}

/**
 * The tab whose banner sent a message; null: it comes from elsewhere. Only what the extension itself put beside a page can send with its
 * id, but a page's process that was taken over could do that as well: nothing may follow from it but that a page of ours is opened.
 */
export function tabOfBanner(
  message: unknown,
  sender: Pick<MessageSender, 'extensionId' | 'tabId'>,
  own: { readonly extensionId: string },
): number | null {
  if (sender.extensionId !== own.extensionId || sender.tabId === null) return null;
  const isOurs =
    typeof message === 'object' &&
    message !== null &&
    Reflect.get(message, 'type') === 'banner-open';
  return isOurs ? sender.tabId : null;
}
