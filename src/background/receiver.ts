import * as v from 'valibot';
import { type MessageSender, ownExtensionId, ownOrigin } from '../platform/messaging.ts';
import { requestSchema } from '../protocol/messages.ts';
import { isOwnPage, tabOfBanner } from '../protocol/sender.ts';
import { type Answers, answerRequest } from './answers/answers.ts';

/**
 * Receives messages: pages of the extension are answered, a click on a banner opens a page, and nobody else gets an answer. The sender is
 * judged before the message is read.
 */
export const createReceiver =
  (
    answers: Answers,
    parts: {
      readonly openFromBanner: (tabId: number) => Promise<void>;
      /** A page of the extension asks for something. */
      readonly onAsked: () => void;
      /** Somebody looks at a tab, and is shown this answer first. */
      readonly onLookedAt: (tabId: number, answer: Promise<unknown>) => void;
    },
  ) =>
  (message: unknown, sender: MessageSender): Promise<unknown> | undefined => {
    const own = { extensionId: ownExtensionId(), origin: ownOrigin() };
    const bannerTab = tabOfBanner(message, sender, own);
    if (bannerTab !== null) void parts.openFromBanner(bannerTab);
    if (!isOwnPage(sender, own)) return undefined;
    const request = v.safeParse(requestSchema, message);
    if (!request.success) return undefined;
    parts.onAsked();
    const answer = answerRequest(answers, request.output);
    if (request.output.type === 'popup-view' && request.output.tabId !== null) {
      parts.onLookedAt(request.output.tabId, answer);
    }
    return answer;
  };
