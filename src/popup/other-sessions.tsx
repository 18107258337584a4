import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { SessionView } from '../protocol/views.ts';
import { makeVisible } from '../ui/visible-text.ts';
import { Section } from './section.tsx';
import { verdictIcon, verdictMessage } from './verdict-names.ts';

/** Sessions of other accounts and webmails, one line each. */
export function OtherSessions({
  sessions,
}: {
  readonly sessions: readonly SessionView[];
}): VNode | null {
  if (sessions.length === 0) return null;
  return (
    <Section title={text('elsewhere_heading')}>
      <ul class="other-sessions">
        {sessions.map(({ id, verdict, providerName, account }) => (
          <li class="other-session" key={id} data-verdict={verdict}>
            <img src={verdictIcon(verdict)} alt="" />
            <span class="other-session-account">
              {providerName}, <bdi>{makeVisible(account ?? text('account_unnamed'))}</bdi>
            </span>
            <span>{text(verdictMessage('short', verdict))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
