import type { VNode } from 'preact';
import { text } from '../protocol/client.ts';
import type { SessionView } from '../protocol/views.ts';
import { listFailedRules, ruleMessage } from './failed-rules.ts';
import { Section } from './section.tsx';
import { verdictMessage } from './verdict-names.ts';

/** Why: what each failed rule found, or what the verdict means where none failed. */
export function Findings({ session }: { readonly session: SessionView }): VNode {
  const failed = listFailedRules(session);
  return (
    <Section title={text('why_heading')}>
      {failed.length === 0 && <p>{text(verdictMessage('why', session.verdict))}</p>}
      {failed.map(({ id }) => (
        <div class="finding" key={id}>
          <h3>{text(ruleMessage(id, 'title'))}</h3>
          <p>{text(ruleMessage(id, 'explanation'))}</p>
        </div>
      ))}
    </Section>
  );
}
