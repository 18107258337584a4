import {
  answerOfStatus,
  createTrustBook,
  findCredentials,
  noContext,
  type Sighting,
} from '../../core/index.ts';
import { type ObservedAnswer, observeAnswers, sizeOfAnswer } from '../../platform/answers.ts';
import { patternsOf } from '../../platform/host-patterns.ts';
import { createPendingAnswers } from '../../platform/pending-answers.ts';
import { hostOf } from '../../platform/tabs.ts';
import {
  type ObservedRequest,
  observeAuthorization,
  sizeOfRequest,
} from '../../platform/web-request.ts';
import type { Source } from './source.ts';

/** Tokens in the `Authorization` headers that webmail pages send to their own hosts and to their interfaces. */
export const requestHeader: Source = {
  id: 'request-header',
  permissions: ['webRequest'],
  start: (emit, _nowMs, { follow, patiently }) => {
    const trust = createTrustBook();
    const inTurn = patiently(
      (task: () => void) => task(),
      () => 0,
    );
    const pending = createPendingAnswers((sightings: readonly Sighting[], status) => {
      const answer = answerOfStatus(status);
      for (const sighting of sightings) {
        const serverTrust = trust.of(sighting.host);
        emit({ ...sighting, context: { ...sighting.context, answer, serverTrust } });
      }
    }, inTurn);
    const see = patiently((request: ObservedRequest, seenAtMs) => {
      const sightings = readSightings(request, seenAtMs);
      if (sightings.length > 0) pending.hold(request.requestId, sightings);
    }, sizeOfRequest);
    const settle = ({ requestId, url, status, challenges }: ObservedAnswer) => {
      if (challenges.length > 0) trust.note(hostOf(url) ?? '', challenges);
      pending.settle(requestId, status);
    };
    const settleInTurn = patiently(settle, sizeOfAnswer);
    const seeAnswer = (answer: ObservedAnswer) => {
      // What was looked at already waits for nothing but this.
      if (pending.has(answer.requestId)) settle(answer);
      else settleInTurn(answer);
    };
    follow({
      watch: ({ mail }) => {
        if (mail.length === 0) return () => undefined;
        const urls = patternsOf(mail);
        const stopRequests = observeAuthorization(urls, see);
        const stopAnswers = observeAnswers(urls, seeAnswer);
        return () => {
          stopRequests();
          stopAnswers();
        };
      },
    });
  },
};

/** What one request shows: a sighting for each credential in it, with the proofs that came beside. */
export function readSightings(request: ObservedRequest, seenAtMs: number): readonly Sighting[] {
  const host = hostOf(request.url);
  if (host === null) return [];
  const { method, url } = request;
  return request.authorizations
    .flatMap(findCredentials)
    .map(({ credential, presentedAs, proof }) => ({
      credential,
      source: requestHeader.id,
      seenAtMs,
      host,
      documentHost: hostOf(request.pageUrl ?? undefined),
      tabIds: request.tabId === null ? [] : [request.tabId],
      isPrivate: request.isPrivate,
      context: {
        ...noContext,
        presentedAs,
        method,
        url,
        sentAtMs: seenAtMs,
        proofs: proof === null ? request.proofs : [proof],
      },
    }));
}
