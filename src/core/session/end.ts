import type { Inspection } from '../inspection.ts';
import type { TokenUse } from './place.ts';

/**
 * Why a session ended: `signed-out`: a sign-out address of its webmail or its issuer was opened; `cookies-gone`: the webmail's session
 * cookies were removed; `storage-emptied`: the page that kept its tokens keeps none any more; `expired`: its last token has run out;
 * `unused`: nothing of it was seen for a day, which is not the same as an end.
 */
export type EndReason = 'signed-out' | 'cookies-gone' | 'storage-emptied' | 'expired' | 'unused';

export interface SessionEnd {
  readonly atMs: number;
  readonly because: EndReason;
}

/** What is asked of a session here. */
interface Endable {
  readonly end: SessionEnd | null;
  readonly inspections: readonly Inspection[];
  readonly lastSeenAtMs: number;
}

/** A session of which nothing was seen for this long is not in use. */
export const unusedAfterMs = 24 * 3_600_000;
/** Requests that were under way at a sign-out, and answers to it, are seen until this long after it. */
export const settleMs = 30_000;
/** What a token may be used after it has run out: clocks differ, and servers allow for that. */
export const expiryGraceMs = 10 * 60_000;

/**
 * Whether a session is still ended after this use of one of its tokens. What was under way at the sign-out does not begin it anew, nor
 * does a known token that was left behind in storage; a token that was issued after it does, and whatever is used later.
 */
export function endAfterUse(
  { end, inspections }: Pick<Endable, 'end' | 'inspections'>,
  use: TokenUse,
  issuedAtSeconds: number | null,
): SessionEnd | null {
  if (end === null || use.atMs <= end.atMs) return end;
  if (issuedAtSeconds !== null && issuedAtSeconds * 1000 > end.atMs) return null;
  if (use.atMs - end.atMs <= settleMs) return end;
  const isKnown = inspections.some(({ fingerprint }) => fingerprint === use.fingerprint);
  return use.isLeftBehind && isKnown ? end : null;
}

/** The session after it was ended; one that ended before stays as it was. */
export function endSession<Session extends Pick<Endable, 'end'>>(
  session: Session,
  end: SessionEnd,
): Session {
  return session.end === null ? Object.freeze({ ...session, end: Object.freeze(end) }) : session;
}

/**
 * Whether and why a session has ended at `nowMs`; null: it has not. Tokens of an opaque webmail do not carry its session, so their
 * end is not its end; nor is the end of some when others do not say when theirs is.
 */
export function endOf(session: Endable, isOpaque: boolean, nowMs: number): SessionEnd | null {
  if (session.end !== null) return session.end;
  const expiredAtMs = isOpaque ? null : lastExpiryMs(session);
  if (expiredAtMs !== null && nowMs > expiredAtMs + expiryGraceMs) {
    // Used after that: the server goes by other times than the token.
    if (session.lastSeenAtMs <= expiredAtMs) return { atMs: expiredAtMs, because: 'expired' };
  }
  return nowMs - session.lastSeenAtMs > unusedAfterMs
    ? { atMs: session.lastSeenAtMs, because: 'unused' }
    : null;
}

/** When the last of its tokens runs out; null where one does not say. */
function lastExpiryMs({ inspections }: Endable): number | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const { token } of inspections) {
    const expiresAtSeconds = token?.expiresAtSeconds ?? null;
    if (expiresAtSeconds === null) return null;
    last = Math.max(last, expiresAtSeconds * 1000);
  }
  return Number.isFinite(last) ? last : null;
}
