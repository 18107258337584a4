import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SupportContact } from '../core/index.ts';
import { text } from '../protocol/texts.ts';
import type { SessionView } from '../protocol/views.ts';
import { Icon } from '../ui/icon.tsx';
import { makeVisible } from '../ui/visible-text.ts';
import { buildReportText, mailAddress } from './report-text.ts';

/** Tells those who look after the person's mail, with a prepared text: by mail or phone where the organisation says how, else copied. */
export function Tell({
  session,
  contact,
}: {
  readonly session: SessionView;
  readonly contact: SupportContact | null;
}): VNode {
  const [copied, setCopied] = useState<'not-yet' | 'done' | 'failed'>('not-yet');
  const name = contact?.name ?? null;
  const label = name === null ? text('popup_tell') : text('popup_tell_named', [makeVisible(name)]);
  const email = contact?.email ?? null;
  const copy = () => {
    navigator.clipboard.writeText(buildReportText(session).body).then(
      () => setCopied('done'),
      () => setCopied('failed'),
    );
  };
  return (
    <>
      {email !== null && (
        <a
          class="button button-quiet"
          href={mailAddress(email, buildReportText(session))}
          target="_blank"
          rel="noreferrer"
          data-action="tell"
        >
          <Icon name="mail" />
          {label}
        </a>
      )}
      <button
        class="button button-quiet"
        type="button"
        data-action={email === null ? 'tell' : 'copy'}
        onClick={copy}
      >
        <Icon name={email === null ? 'mail' : 'copy'} />
        {email === null ? label : text('popup_copy')}
      </button>
      <p class="check-reason" role="status">
        {copied !== 'not-yet' && text(copied === 'done' ? 'popup_copied' : 'popup_copy_failed')}
      </p>
      {contact?.phone !== undefined && (
        <p class="contact">
          <Icon name="phone" />
          <span>
            {text('popup_call')} <bdi>{makeVisible(contact.phone)}</bdi>
          </span>
        </p>
      )}
    </>
  );
}
