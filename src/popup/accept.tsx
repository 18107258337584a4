import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { acceptFinding } from '../protocol/popup-client.ts';
import { text } from '../protocol/texts.ts';
import type { AcceptableFinding, SessionView } from '../protocol/views.ts';
import { makeVisible } from '../ui/visible-text.ts';
import { Confirm } from './confirm.tsx';

/** Lets the person say that a finding is fine, for its key and account, after saying what that means. */
export function Accept({
  session,
  finding,
}: {
  readonly session: SessionView;
  readonly finding: AcceptableFinding;
}): VNode {
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function answer(isMeant: boolean): Promise<void> {
    setAsking(false);
    if (!isMeant) return;
    const result = await acceptFinding({ session: session.id, ...finding }).catch(() => 'failed');
    setRefusal(result === 'done' ? null : result);
  }
  const about = session.inspections.find(({ fingerprint }) => fingerprint === finding.fingerprint);
  return (
    <>
      <button class="accept" type="button" data-action="accept" onClick={() => setAsking(true)}>
        {text('popup_accept')}
      </button>
      <p class="check-reason" role="status">
        {refusal !== null &&
          text(refusal === 'too-many' ? 'popup_accept_too_many' : 'popup_accept_failed')}
      </p>
      {isAsking && (
        <Confirm
          title={text('popup_accept_title')}
          yes={text('popup_accept_yes')}
          onAnswer={(isMeant) => void answer(isMeant)}
        >
          <p>{text('popup_accept_what')}</p>
          <dl class="accept-for">
            <Row
              name="evidence_account"
              value={about?.token?.account ?? about?.token?.subject ?? null}
            />
            <Row name="evidence_key_id" value={about?.token?.kid ?? null} />
            <Row name="evidence_key_thumbprint" value={about?.key?.thumbprint ?? null} />
          </dl>
          <p>{text('popup_accept_when')}</p>
        </Confirm>
      )}
    </>
  );
}

function Row({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | null;
}): VNode | null {
  if (value === null) return null;
  return (
    <div>
      <dt>{text(name)}</dt>
      <dd class="value-exact">
        <bdi>{makeVisible(value)}</bdi>
      </dd>
    </div>
  );
}
