import type { Session, SessionBinding } from '../../core/index.ts';
import type { SessionsAnswer } from '../../protocol/session-schema.ts';
import { buildSessionDetail, type Webmails } from '../session-view.ts';

/** Everything that is known of every session. */
export const answerSessions =
  (parts: {
    readonly ready: Promise<void>;
    readonly list: () => readonly Session[];
    readonly webmails: () => Webmails;
    /** Signs that a session is bound to this device. */
    readonly bindingOf: (session: Session) => SessionBinding;
    readonly nowMs: () => number;
  }) =>
  async (): Promise<SessionsAnswer> => {
    await parts.ready;
    const details = parts
      .list()
      .map((session) =>
        buildSessionDetail(session, parts.webmails(), parts.nowMs(), parts.bindingOf(session)),
      );
    const inUse = details.filter(({ endedAtMs }) => endedAtMs === null);
    return { sessions: [...inUse, ...details.filter((detail) => !inUse.includes(detail))] };
  };
