import type { ComponentChildren, VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { SessionView } from '../protocol/views.ts';
import { listFailedRules, ruleMessage } from './failed-rules.ts';
import type { Hindrance } from './hindrance.ts';
import { Section } from './section.tsx';
import { TryAgain } from './try-again.tsx';
import { sessionMessage } from './verdict-names.ts';

/** What to do: the remedies of what failed, and buttons that do it. */
export function Remedies({
  session,
  hindrance,
  children,
}: {
  readonly session: SessionView;
  readonly hindrance: Hindrance | null;
  /** What the person can do from here about a warning. */
  readonly children: ComponentChildren;
}): VNode {
  const { verdict } = session;
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
      {(verdict === 'danger' || verdict === 'attention') && children}
      {verdict === 'undetermined' && <TryAgain />}
    </Section>
  );
}
