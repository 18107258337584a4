import type { UseContext } from './sighting.ts';

/**
 * What a server said to the credential of a request by the status of its answer (RFC 9110 section 15), null where there was none. A
 * redirection, an error and an answer out of a cache say nothing about it.
 */
export function answerOfStatus(status: number | null): UseContext['answer'] {
  if (status === 401 || status === 403) return 'refused';
  return status !== null && status >= 200 && status < 300 ? 'accepted' : null;
}
