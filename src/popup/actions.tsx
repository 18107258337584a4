import type { VNode } from 'preact';
import type { SupportContact } from '../core/index.ts';
import { text } from '../protocol/texts.ts';
import type { SessionView } from '../protocol/views.ts';
import { Icon } from '../ui/icon.tsx';
import { type Removal, RemoveSession } from './remove-session.tsx';
import { SaveEvidence } from './save-evidence.tsx';
import { Tell } from './tell.tsx';

/** Where the findings stand, for the link that leads to them. */
export const whyId = 'why';

/** What a person can do from here, in the order in which it helps. */
export function Actions({
  session,
  host,
  contact,
  onRemoved,
}: {
  readonly session: SessionView;
  /** Host of the page in front; null: the browser does not tell. */
  readonly host: string | null;
  readonly contact: SupportContact | null;
  readonly onRemoved: (removal: Removal) => void;
}): VNode {
  const { verdict, signOutUrl, id } = session;
  const isDanger = verdict === 'danger';
  return (
    <>
      {isDanger && signOutUrl !== null && (
        <a
          class="button button-danger"
          href={signOutUrl}
          target="_blank"
          rel="noreferrer"
          data-action="sign-out"
        >
          <Icon name="signOut" />
          {text('sign_out_everywhere')}
        </a>
      )}
      {isDanger && host !== null && <RemoveSession host={host} onDone={onRemoved} />}
      <SaveEvidence session={id} />
      <Tell session={session} contact={contact} />
      {isDanger && (
        <a class="why-link" href={`#${whyId}`} data-action="why">
          {text('popup_why_link')}
        </a>
      )}
    </>
  );
}
