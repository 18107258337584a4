import type { VNode } from 'preact';
import type { PopupView, SessionView } from '../protocol/views.ts';
import { AcceptedList } from './accepted-list.tsx';
import { Actions } from './actions.tsx';
import { BindingLine } from './binding-line.tsx';
import { CheckList } from './check-list.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Findings } from './findings.tsx';
import { hindranceOf } from './hindrance.ts';
import { Remedies } from './remedies.tsx';
import type { Removal } from './remove-session.tsx';
import { VerdictHeader } from './verdict-header.tsx';

/**
 * One session: is it bad, why, what do I do, how do you know. Of a warning what to do comes before the explanation, and what was found
 * stands in one sentence below the verdict.
 */
export function SessionPage({
  session,
  view,
  onRemoved,
}: {
  readonly session: SessionView;
  readonly view: PopupView;
  readonly onRemoved: (removal: Removal) => void;
}): VNode {
  const { host, isOnline, mayAccept, supportContact } = view;
  const [lead] = session.inspections;
  const hindrance = hindranceOf(session, isOnline);
  const isWarning = session.verdict === 'danger' || session.verdict === 'attention';
  const why = <Findings session={session} hindrance={hindrance} mayAccept={mayAccept} key="why" />;
  const todo = (
    <Remedies session={session} hindrance={hindrance} key="todo">
      <Actions session={session} host={host} contact={supportContact} onRemoved={onRemoved} />
    </Remedies>
  );
  return (
    <main
      data-state="session"
      data-verdict={session.verdict}
      {...(hindrance === null ? {} : { 'data-hindrance': hindrance })}
    >
      <VerdictHeader session={session} hindrance={hindrance} />
      {isWarning ? [todo, why] : [why, todo]}
      <AcceptedList session={session} />
      {lead !== undefined && <CheckList outcomes={lead.outcomes} />}
      <BindingLine binding={view.binding} />
      {lead !== undefined && <EvidenceList inspection={lead} ofSession={session.inspections} />}
    </main>
  );
}
