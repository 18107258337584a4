import type { VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { AcceptableFinding, SessionView } from '../protocol/views.ts';
import { Accept } from './accept.tsx';
import { whyId } from './actions.tsx';
import { listFailedRules, ruleMessage } from './failed-rules.ts';
import type { Hindrance } from './hindrance.ts';
import { Section } from './section.tsx';
import { sessionMessage } from './verdict-names.ts';

/** Why: what each failed rule found, or what the verdict means where none failed. */
export function Findings({
  session,
  hindrance,
  mayAccept,
}: {
  readonly session: SessionView;
  readonly hindrance: Hindrance | null;
  /** Whether the organisation lets the person accept findings. */
  readonly mayAccept: boolean;
}): VNode {
  const failed = listFailedRules(session);
  const acceptable = new Map(
    (mayAccept ? session.acceptable : []).map((finding) => [finding.rule, finding]),
  );
  return (
    <Section title={text('why_heading')} id={whyId}>
      {failed.length === 0 && <p>{text(sessionMessage('why', session.verdict, hindrance))}</p>}
      {failed.map(({ id }) => (
        <div class="finding" key={id}>
          <h3>{text(ruleMessage(id, 'title'))}</h3>
          <p>{text(ruleMessage(id, 'explanation'))}</p>
          <AcceptWhere session={session} finding={acceptable.get(id)} />
        </div>
      ))}
    </Section>
  );
}

function AcceptWhere({
  session,
  finding,
}: {
  readonly session: SessionView;
  readonly finding: AcceptableFinding | undefined;
}): VNode | null {
  return finding === undefined ? null : <Accept session={session} finding={finding} />;
}
