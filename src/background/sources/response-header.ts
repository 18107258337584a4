import { findCredentials, noContext, type Sighting } from '../../core/index.ts';
import { type ObservedAnswer, observeAnswers, sizeOfAnswer } from '../../platform/answers.ts';
import { patternsOf } from '../../platform/host-patterns.ts';
import { hostOf } from '../../platform/tabs.ts';
import type { Source } from './source.ts';

/** Tokens in `Authorization` headers of answers, which some mail services send to renew a page's token. */
export const responseHeader: Source = {
  id: 'response-header',
  permissions: ['webRequest'],
  start: (emit, _nowMs, { follow, patiently }) => {
    const read = patiently((answer: ObservedAnswer, seenAtMs) => {
      for (const sighting of readAnswer(answer, seenAtMs)) emit(sighting);
    }, sizeOfAnswer);
    const see = (answer: ObservedAnswer) => {
      if (answer.authorizations.length > 0) read(answer);
    };
    follow({
      watch: ({ mail }) =>
        mail.length === 0 ? () => undefined : observeAnswers(patternsOf(mail), see),
    });
  },
};

/** What one answer shows. */
export function readAnswer(answer: ObservedAnswer, seenAtMs: number): readonly Sighting[] {
  const host = hostOf(answer.url);
  if (host === null) return [];
  return answer.authorizations.flatMap(findCredentials).map(({ credential, presentedAs }) => ({
    credential,
    source: responseHeader.id,
    seenAtMs,
    host,
    documentHost: hostOf(answer.pageUrl ?? undefined),
    tabIds: answer.tabId === null ? [] : [answer.tabId],
    isPrivate: answer.isPrivate,
    context: { ...noContext, presentedAs, url: answer.url },
  }));
}
