import type { VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { SessionView } from '../protocol/views.ts';
import { listFailedRules, ruleMessage } from './failed-rules.ts';
import type { Hindrance } from './hindrance.ts';
import { Section } from './section.tsx';
import { sessionMessage } from './verdict-names.ts';

/** Why: what each failed rule found, or what the verdict means where none failed. */
export function Findings({
  session,
  hindrance,
}: {
  readonly session: SessionView;
  readonly hindrance: Hindrance | null;
}): VNode {
  const failed = listFailedRules(session);
  return (
    <Section title={text('why_heading')}>
      {failed.length === 0 && <p>{text(sessionMessage('why', session.verdict, hindrance))}</p>}
      {failed.map(({ id }) => (
        <div class="finding" key={id}>
          <h3>{text(ruleMessage(id, 'title'))}</h3>
          <p>{text(ruleMessage(id, 'explanation'))}</p>
        </div>
      ))}
    </Section>
  );
}
