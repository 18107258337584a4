import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import {
  type ConfiguredIssuer,
  type ConfiguredWebmail,
  hostOfAddress,
  keySourceOf,
} from '../core/index.ts';
import { releaseHost, text } from '../protocol/client.ts';
import { Icon } from '../ui/icon.tsx';
import { EntryList } from './entry-list.tsx';
import { IssuerForm } from './issuer-form.tsx';
import type { OptionProps } from './option-props.ts';
import { ManagedNote, Section } from './section.tsx';
import { WebmailForm } from './webmail-form.tsx';

type Editing =
  | { readonly kind: 'issuer'; readonly old: ConfiguredIssuer | null }
  | { readonly kind: 'webmail'; readonly old: ConfiguredWebmail | null };

/** Webmails and issuers that the person adds, beside those of the organisation. */
export function OwnWebmails(props: OptionProps): VNode {
  const { section, settings, management, change } = props;
  const [editing, setEditing] = useState<Editing | null>(null);
  const { forbidOwnWebmails, issuers, webmails } = management.policy;
  const isLocked = forbidOwnWebmails;
  const { ownIssuers, ownWebmails } = settings;
  const close = () => setEditing(null);

  return (
    <Section section={section} lead={text('options_own_lead')}>
      {isLocked && <ManagedNote policyKey="forbidOwnWebmails" />}
      <h3>{text('options_issuers_heading')}</h3>
      {issuers !== null && <ManagedNote policyKey="issuers" />}
      <EntryList
        empty="options_issuers_none"
        managed={(issuers ?? []).map(issuerLine)}
        own={isLocked ? [] : ownIssuers.map(issuerLine)}
        onEdit={(at) => setEditing({ kind: 'issuer', old: ownIssuers[at] ?? null })}
        onRemove={(at) => {
          const gone = ownIssuers[at];
          const rest = ownIssuers.filter((one) => one !== gone);
          if (gone !== undefined) giveBack(keyHostOf(gone), rest.map(keyHostOf));
          void change({ ownIssuers: rest }, 'options_entry_removed');
        }}
      />
      {editing?.kind === 'issuer' ? (
        <IssuerForm {...props} old={editing.old} onClose={close} key={editing.old?.issuer ?? ''} />
      ) : (
        <AddButton
          message="options_issuer_add"
          isLocked={isLocked}
          onClick={() => setEditing({ kind: 'issuer', old: null })}
        />
      )}
      <h3>{text('options_own_webmails_heading')}</h3>
      {webmails !== null && <ManagedNote policyKey="webmails" />}
      <EntryList
        empty="options_own_webmails_none"
        managed={(webmails ?? []).map(webmailLine)}
        own={isLocked ? [] : ownWebmails.map(webmailLine)}
        onEdit={(at) => setEditing({ kind: 'webmail', old: ownWebmails[at] ?? null })}
        onRemove={(at) => {
          const gone = ownWebmails[at];
          const rest = ownWebmails.filter((one) => one !== gone);
          if (gone !== undefined) {
            giveBack(
              gone.host,
              rest.map(({ host }) => host),
            );
          }
          void change({ ownWebmails: rest }, 'options_entry_removed');
        }}
      />
      {editing?.kind === 'webmail' ? (
        <WebmailForm {...props} old={editing.old} onClose={close} key={editing.old?.host ?? ''} />
      ) : (
        <AddButton
          message="options_own_webmail_add"
          isLocked={isLocked}
          onClick={() => setEditing({ kind: 'webmail', old: null })}
        />
      )}
    </Section>
  );
}

const keyHostOf = (issuer: ConfiguredIssuer): string => hostOfAddress(keySourceOf(issuer).url);

const issuerLine = ({ issuer, name }: ConfiguredIssuer) => ({
  id: issuer,
  name: name ?? issuer,
  details: name === undefined ? [] : [issuer],
});

const webmailLine = ({ host, name, issuers }: ConfiguredWebmail) => ({
  id: host,
  name,
  details: [host, ...issuers],
});

/** A host that nothing needs any more is given back. That the browser keeps it is no harm. */
function giveBack(host: string, stillNeeded: readonly string[]): void {
  if (!stillNeeded.includes(host)) void releaseHost(host).catch(() => undefined);
}

function AddButton({
  message,
  isLocked,
  onClick,
}: {
  readonly message: string;
  readonly isLocked: boolean;
  readonly onClick: () => void;
}): VNode | null {
  if (isLocked) return null;
  return (
    <button type="button" class="button button-quiet" onClick={onClick}>
      <Icon name="plus" />
      {text(message)}
    </button>
  );
}
