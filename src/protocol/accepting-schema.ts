import * as v from 'valibot';
import { acceptedFindingSchema } from './settings-schema.ts';

/** Longest id of a session, characters; each of its four parts is at most 512, some written as up to nine. */
export const maxSessionIdLength = 20_000;

export const sessionId = v.pipe(v.string(), v.maxLength(maxSessionIdLength));

/** Says of a finding about one token of a session that it is fine, from now on, for the key and the account of that token. */
export const acceptFindingSchema = v.object({
  type: v.literal('accept-finding'),
  session: sessionId,
  /** SHA-256 of the token, base64url. */
  fingerprint: v.pipe(v.string(), v.maxLength(64)),
  /** Rule id. */
  rule: v.pipe(v.string(), v.maxLength(64)),
});

/** Takes that back. That it was not accepted is no error. */
export const stopAcceptingSchema = v.object({
  type: v.literal('stop-accepting'),
  finding: acceptedFindingSchema,
});

/**
 * `done`: it holds; `forbidden`: the organisation does not let anybody accept; `not-acceptable`: it is a danger, or names no key or
 * account; `gone`: there is no such finding any more; `too-many`: as many as there may be are accepted.
 */
export const acceptAnswers = ['done', 'forbidden', 'not-acceptable', 'gone', 'too-many'] as const;
export type AcceptAnswer = (typeof acceptAnswers)[number];
