import type { VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { SessionView } from '../protocol/views.ts';
import { Icon } from '../ui/icon.tsx';
import { listFailedRules, ruleMessage } from './failed-rules.ts';
import type { Hindrance } from './hindrance.ts';
import { Section } from './section.tsx';
import { TryAgain } from './try-again.tsx';
import { sessionMessage } from './verdict-names.ts';

/** What to do: the remedies of what failed, and the one button that helps most. */
export function Remedies({
  session,
  hindrance,
}: {
  readonly session: SessionView;
  readonly hindrance: Hindrance | null;
}): VNode {
  const { verdict, signOutUrl } = session;
  const sentences = [
    ...new Set(listFailedRules(session).map(({ id }) => text(ruleMessage(id, 'remedy')))),
  ];
  const shown =
    sentences.length > 0 ? sentences : [text(sessionMessage('todo', verdict, hindrance))];
  return (
    <Section title={text('todo_heading')}>
      {shown.map((sentence) => (
        <p class="remedy" key={sentence}>
          {sentence}
        </p>
      ))}
      {verdict === 'danger' && signOutUrl !== null && (
        <a class="button button-danger" href={signOutUrl} target="_blank" rel="noreferrer">
          <Icon name="signOut" />
          {text('sign_out_everywhere')}
        </a>
      )}
      {verdict === 'undetermined' && <TryAgain />}
    </Section>
  );
}
