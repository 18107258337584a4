import type { SessionDetail } from '../../protocol/session-schema.ts';

/** Sessions by the fingerprints of their tokens. */
export type KnownSessions = ReadonlyMap<string, SessionDetail>;

export const indexSessions = (sessions: readonly SessionDetail[]): KnownSessions =>
  new Map(
    sessions.flatMap((session) =>
      session.tokens.map(({ inspection }) => [inspection.fingerprint, session] as const),
    ),
  );
