import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PopupView, SessionLine } from '../protocol/views.ts';
import { Footer } from './footer.tsx';
import { OpaquePage } from './opaque-page.tsx';
import { OtherSessions } from './other-sessions.tsx';
import { Plain } from './plain.tsx';
import { RemovalReport } from './removal-report.tsx';
import type { Removal } from './remove-session.tsx';
import { SessionPage } from './session-page.tsx';
import { SurroundingLines } from './surroundings.tsx';
import { withVisibleNames } from './visible-view.ts';

export type PopupState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'view'; readonly view: PopupView };

/** Everything the popup shows: the session in front of the person, then what else there is in a line each. */
export function Popup({ state }: { readonly state: PopupState }): VNode {
  // Stands here because the page in front, and what is shown of it, is another one afterwards.
  const [removal, setRemoval] = useState<Removal | undefined>(undefined);
  if (state.kind !== 'view') {
    return (
      <>
        <Plain name={state.kind} />
        {state.kind === 'no-answer' && <Footer />}
      </>
    );
  }
  const view = withVisibleNames(state.view);
  const [first, ...rest] = view.here;
  const others: readonly SessionLine[] = [...rest, ...view.elsewhere];
  return (
    <>
      <RemovalReport removal={removal} />
      <Front view={view} onRemoved={setRemoval} />
      <OtherSessions sessions={others} />
      <Footer sessionId={first?.id}>
        <SurroundingLines view={view} />
      </Footer>
    </>
  );
}

/** What is said of the page in front. */
function Front({
  view,
  onRemoved,
}: {
  readonly view: PopupView;
  readonly onRemoved: (removal: Removal) => void;
}): VNode {
  const [first] = view.here;
  const webmail = view.providerName ?? '';
  if (view.state === 'session' && first !== undefined) {
    return <SessionPage session={first} view={view} onRemoved={onRemoved} />;
  }
  if (view.opaque !== null) {
    return <OpaquePage webmail={webmail} known={view.opaque} session={first} />;
  }
  const isFirstUse = view.state === 'not-webmail' && view.isFirstUse;
  return (
    <Plain
      name={isFirstUse ? 'first-use' : view.state}
      webmail={webmail}
      unseen={view.unseen}
      askHosts={view.askHosts}
    />
  );
}
