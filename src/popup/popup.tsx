import type { VNode } from 'preact';
import type { PopupView, SessionView } from '../protocol/views.ts';
import { CheckList } from './check-list.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Findings } from './findings.tsx';
import { OpaquePage } from './opaque-page.tsx';
import { OtherSessions } from './other-sessions.tsx';
import { Plain } from './plain.tsx';
import { Remedies } from './remedies.tsx';
import { VerdictHeader } from './verdict-header.tsx';

export type PopupState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'view'; readonly view: PopupView };

/** Everything the popup shows, in the order in which people ask: is it bad, why, what do I do, how do you know. */
export function Popup({ state }: { readonly state: PopupState }): VNode {
  if (state.kind !== 'view') return <Plain name={state.kind} webmail="" unseen={[]} others={[]} />;
  const { view } = state;
  const [first, ...rest] = view.here;
  const others = [...rest, ...view.elsewhere];
  if (view.state === 'session' && first !== undefined) {
    return <SessionPage session={first} others={others} />;
  }
  if (view.opaque !== null) {
    return (
      <OpaquePage
        webmail={view.providerName ?? ''}
        known={view.opaque}
        session={first}
        others={others}
      />
    );
  }
  return (
    <Plain
      name={view.state}
      webmail={view.providerName ?? ''}
      unseen={view.unseen}
      others={others}
    />
  );
}

function SessionPage({
  session,
  others,
}: {
  readonly session: SessionView;
  readonly others: readonly SessionView[];
}): VNode {
  const [lead] = session.inspections;
  return (
    <main data-state="session" data-verdict={session.verdict}>
      <VerdictHeader session={session} />
      <Findings session={session} />
      <Remedies session={session} />
      {lead !== undefined && <CheckList outcomes={lead.outcomes} />}
      <OtherSessions sessions={others} />
      {lead !== undefined && (
        <EvidenceList inspection={lead} tokensSeen={session.inspections.length} />
      )}
    </main>
  );
}
