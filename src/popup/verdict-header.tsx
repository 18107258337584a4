import type { VNode } from 'preact';
import { text } from '../protocol/texts.ts';
import type { SessionView } from '../protocol/views.ts';
import { Picture } from '../ui/picture.tsx';
import { makeVisible } from '../ui/visible-text.ts';
import { listFailedRules, ruleMessage } from './failed-rules.ts';
import type { Hindrance } from './hindrance.ts';
import { sessionMessage, verdictPicture } from './verdict-names.ts';

/** The verdict in one sentence, and whom it concerns; of a warning also what was found. Spoken again when it changes. */
export function VerdictHeader({
  session,
  hindrance,
}: {
  readonly session: SessionView;
  readonly hindrance: Hindrance | null;
}): VNode {
  const { verdict, providerName, account } = session;
  const isWarning = verdict === 'danger' || verdict === 'attention';
  const [worst] = isWarning ? listFailedRules(session) : [];
  return (
    <header class={`verdict verdict-${verdict}`} aria-live="polite">
      <Picture name={verdictPicture(verdict)} />
      <h1>{text(sessionMessage('verdict', verdict, hindrance), [providerName])}</h1>
      {account !== null && (
        <p class="verdict-account">
          <bdi>{makeVisible(account)}</bdi>
        </p>
      )}
      {worst !== undefined && <p class="verdict-reason">{text(ruleMessage(worst.id, 'title'))}</p>}
    </header>
  );
}
