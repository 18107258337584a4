import type { VNode } from 'preact';
import { text, uiLanguage } from '../../protocol/client.ts';
import type { HistoryEntry } from '../../protocol/history-schema.ts';
import type { SessionDetail } from '../../protocol/session-schema.ts';
import { formatMoment } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { ruleMessage } from '../../ui/rule-message.ts';
import { makeVisible } from '../../ui/visible-text.ts';
import { hashOf } from '../route.ts';
import { VerdictBadge } from '../verdict-badge.tsx';
import { groupByDay } from './group-by-day.ts';
import type { KnownSessions } from './known-sessions.ts';

/** Verdicts by day. */
export function HistoryList({
  records,
  sessions,
}: {
  readonly records: readonly HistoryEntry[];
  readonly sessions: KnownSessions;
}): VNode {
  const language = uiLanguage();
  return (
    <>
      {groupByDay(records, language).map(({ day, entries }) => (
        <section class="history-day" key={day}>
          <h2>{day}</h2>
          <ol class="history-list">
            {entries.map((entry, index) => (
              <Entry
                entry={entry}
                session={sessions.get(entry.fingerprint)}
                key={`${entry.fingerprint} ${entry.atMs} ${index}`}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Entry({
  entry,
  session,
}: {
  readonly entry: HistoryEntry;
  readonly session: SessionDetail | undefined;
}): VNode {
  const { atMs, verdict, providerName, account, failing, keyId, keyThumbprint, fingerprint } =
    entry;
  const time = new Intl.DateTimeFormat(uiLanguage(), { timeStyle: 'short' });
  return (
    <li class="history-entry" data-verdict={verdict} data-ended={session?.endedAtMs != null}>
      <span class="history-time">{isDate(atMs) ? time.format(new Date(atMs)) : String(atMs)}</span>
      <VerdictBadge verdict={verdict} />
      <span class="history-who">
        <bdi>{makeVisible(providerName)}</bdi>
        <bdi class="history-account">{makeVisible(account ?? text('account_unnamed'))}</bdi>
      </span>
      <span class="history-found">
        {failing.map(({ rule, severity }) => (
          <span data-rule={rule} data-severity={severity} key={rule}>
            {text(ruleMessage(rule, 'title'))}
          </span>
        ))}
      </span>
      <span class="history-links">
        {entry.continuedAtMs !== undefined && (
          <span class="badge badge-danger">
            {text('inspector_history_continued', [formatMoment(entry.continuedAtMs, uiLanguage())])}
          </span>
        )}
        <EndNote session={session} />
        {session !== undefined && (
          <a href={hashOf('sessions', { session: session.id })}>
            <Icon name="mail" />
            {text('inspector_history_session')}
          </a>
        )}
        {keyThumbprint !== null && (
          <a href={hashOf('keys', { query: keyThumbprint })}>
            <Icon name="key" />
            <bdi class="exact">{makeVisible((keyId ?? keyThumbprint).slice(0, 12))}</bdi>
          </a>
        )}
        <span class="hint">
          {text('evidence_token')}: <bdi class="exact">{makeVisible(fingerprint.slice(0, 12))}</bdi>
        </span>
      </span>
    </li>
  );
}

/** That the session of a verdict is over, or that nothing but the verdict is left of it. */
function EndNote({ session }: { readonly session: SessionDetail | undefined }): VNode | null {
  if (session === undefined) return <span class="hint">{text('inspector_history_gone')}</span>;
  if (session.endedAtMs === null) return null;
  return (
    <span class="hint">
      {text('inspector_session_ended_at', [formatMoment(session.endedAtMs, uiLanguage())])}
    </span>
  );
}

const isDate = (ms: number): boolean => !Number.isNaN(new Date(ms).getTime());
