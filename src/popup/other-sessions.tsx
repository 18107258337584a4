import type { VNode } from 'preact';
import { text, uiLanguage } from '../protocol/texts.ts';
import type { SessionLine } from '../protocol/views.ts';
import { formatMoment } from '../ui/format.ts';
import { Picture } from '../ui/picture.tsx';
import { makeVisible } from '../ui/visible-text.ts';
import { Section } from './section.tsx';
import { verdictMessage, verdictPicture } from './verdict-names.ts';

/** Most sessions that are listed; the inspector has all. */
export const maxLines = 8;

/** Sessions of other accounts and webmails, one line each. */
export function OtherSessions({
  sessions,
}: {
  readonly sessions: readonly SessionLine[];
}): VNode | null {
  if (sessions.length === 0) return null;
  return (
    <aside>
      <Section title={text('elsewhere_heading')}>
        <ul class="other-sessions">
          {sessions.slice(0, maxLines).map((session) => (
            <Line session={session} key={session.id} />
          ))}
        </ul>
        {sessions.length > maxLines && (
          <p class="check-reason">
            {text('popup_more_sessions', [
              new Intl.NumberFormat(uiLanguage()).format(sessions.length - maxLines),
            ])}
          </p>
        )}
      </Section>
    </aside>
  );
}

function Line({ session }: { readonly session: SessionLine }): VNode {
  const { verdict, providerName, account, endedAtMs } = session;
  return (
    <li class="other-session" data-verdict={verdict} data-ended={endedAtMs !== null}>
      <Picture name={verdictPicture(verdict)} />
      <span class="other-session-account">
        {providerName}, <bdi>{makeVisible(account ?? text('account_unnamed'))}</bdi>
        {endedAtMs !== null && (
          <span class="check-reason">
            {text('popup_ended', [formatMoment(endedAtMs, uiLanguage())])}
          </span>
        )}
      </span>
      <span>{text(verdictMessage('short', verdict))}</span>
    </li>
  );
}
