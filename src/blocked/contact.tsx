import type { VNode } from 'preact';
import type { Blocked } from '../protocol/blocked-schema.ts';
import { text } from '../protocol/client.ts';
import { Hostile } from '../ui/hostile.tsx';
import { Icon } from '../ui/icon.tsx';

/** Whom to call: as text, because a telephone is at hand where the mail cannot be trusted. */
export function Contact({ contact }: { readonly contact: Blocked['contact'] }): VNode {
  if (contact === null) return <p>{text('blocked_todo_tell')}</p>;
  const { name, email, phone } = contact;
  return (
    <>
      <p>{text('blocked_todo_call')}</p>
      <address class="card blocked-contact">
        {name !== null && (
          <p class="blocked-contact-name">
            <Icon name="person" />
            <Hostile value={name} />
          </p>
        )}
        {phone !== null && (
          <p>
            <Icon name="phone" />
            <span class="visually-hidden">{`${text('blocked_phone')}: `}</span>
            <Hostile value={phone} />
          </p>
        )}
        {email !== null && (
          <p>
            <Icon name="mail" />
            <span class="visually-hidden">{`${text('blocked_email')}: `}</span>
            <Hostile value={email} />
          </p>
        )}
      </address>
    </>
  );
}
