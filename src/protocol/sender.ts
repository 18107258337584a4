import type { MessageSender } from '../platform/messaging.ts';

/**
 * Whether a message comes from a page of this extension. Judged before the message is read: a web page, another
 * extension or a frame of any of them gets no answer. What counts is what the browser says of the sender.
 */
export function isOwnPage(
  sender: MessageSender,
  own: { readonly extensionId: string; readonly origin: string },
): boolean {
  if (sender.extensionId !== own.extensionId || sender.url === null) return false;
  return URL.canParse(sender.url) && new URL(sender.url).origin === own.origin
    ? true
    : sender.url.startsWith(`${own.origin}/`);
}
