import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import type { SessionDetail } from '../../protocol/session-schema.ts';
import { formatMoment } from '../../ui/format.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import { Empty } from '../answer-view.tsx';
import { hashOf } from '../route.ts';
import { VerdictBadge } from '../verdict-badge.tsx';

/** Sessions in use, then those that have ended. */
export function SessionList({ sessions }: { readonly sessions: readonly SessionDetail[] }): VNode {
  if (sessions.length === 0) {
    return (
      <Empty icon="mail" title={text('inspector_sessions_none')}>
        <p>{text('inspector_sessions_none_why')}</p>
      </Empty>
    );
  }
  const inUse = sessions.filter(({ endedAtMs }) => endedAtMs === null);
  const ended = sessions.filter(({ endedAtMs }) => endedAtMs !== null);
  return (
    <>
      <p class="lead">{text('inspector_sessions_lead')}</p>
      <Group title={text('inspector_sessions_in_use')} sessions={inUse} />
      <Group title={text('inspector_sessions_ended')} sessions={ended} />
    </>
  );
}

function Group({
  title,
  sessions,
}: {
  readonly title: string;
  readonly sessions: readonly SessionDetail[];
}): VNode | null {
  if (sessions.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="session-list">
        {sessions.map((session) => (
          <Line session={session} key={session.id} />
        ))}
      </ul>
    </>
  );
}

function Line({ session }: { readonly session: SessionDetail }): VNode {
  const language = uiLanguage();
  const { id, verdict, providerName, account, tenant, tokens, lastSeenAtMs, endedAtMs } = session;
  const count = new Intl.NumberFormat(language).format(tokens.length);
  const moment = formatMoment(endedAtMs ?? lastSeenAtMs, language);
  return (
    <li class="session-line" data-verdict={verdict} data-ended={endedAtMs !== null}>
      <a href={hashOf('sessions', { session: id })}>
        <span class="session-webmail">
          <bdi>{makeVisible(providerName)}</bdi>
        </span>
        <span class="session-account">
          <bdi>{makeVisible(account ?? text('account_unnamed'))}</bdi>
        </span>
      </a>
      <VerdictBadge verdict={verdict} />
      <span class="session-facts">
        {tenant !== null && (
          <span>
            {text('evidence_tenant')}: <bdi class="exact">{makeVisible(tenant)}</bdi>
          </span>
        )}
        <span>{text('inspector_session_tokens', [count])}</span>
        <span>
          {text(endedAtMs === null ? 'inspector_session_last_seen' : 'inspector_session_ended_at', [
            moment,
          ])}
        </span>
        {session.isPrivate && <span>{text('inspector_session_private')}</span>}
      </span>
    </li>
  );
}
