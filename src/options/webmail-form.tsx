import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ConfiguredIssuer, ConfiguredWebmail } from '../core/index.ts';
import { requestHosts, text } from '../protocol/client.ts';
import { maxTypedLength } from '../protocol/own-webmails-schema.ts';
import { makeVisible } from '../ui/visible-text.ts';
import { EntryForm } from './entry-form.tsx';
import { FormField, linesOf } from './form-field.tsx';
import type { OptionProps } from './option-props.ts';
import { type EntryProblem, readWebmailFields, type WebmailFields } from './read-entries.ts';

/** Adds a webmail, or changes one. Saving asks the browser for its one host. */
export function WebmailForm({
  settings,
  management,
  change,
  old,
  onClose,
}: OptionProps & {
  /** Null: a new one. */
  readonly old: ConfiguredWebmail | null;
  readonly onClose: () => void;
}): VNode {
  const issuers = [...(management.policy.issuers ?? []), ...settings.ownIssuers];
  const [fields, setFields] = useState<WebmailFields>(() => fieldsOf(old, issuers));
  const [problem, setProblem] = useState<EntryProblem | null>(null);
  const others = settings.ownWebmails.filter(({ host }) => host !== old?.host);
  const set = (changes: Partial<WebmailFields>) => {
    setFields({ ...fields, ...changes });
    setProblem(null);
  };
  const save = () => {
    const result = readWebmailFields(fields, others, issuers);
    setProblem(result.ok ? null : result.code);
    if (!result.ok) return;
    // Asked for at once: browsers allow it only while they handle the click. Without it the popup says what is missing.
    void requestHosts([result.value.host]).catch(() => false);
    void change({ ownWebmails: [...others, result.value] }, 'options_entry_saved').then(
      (isSaved) => isSaved && onClose(),
    );
  };
  const chosen = linesOf(fields.issuers);
  const choose = (issuer: string, isOn: boolean) => {
    const rest = chosen.filter((one) => one !== issuer);
    set({ issuers: (isOn ? [...rest, issuer] : rest).join('\n') });
  };
  return (
    <EntryForm
      label={text('options_own_webmail_form')}
      saveLabel={text(old === null ? 'options_own_webmail_save' : 'options_entry_save')}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <FormField
        id="webmail-name"
        label={text('options_entry_name')}
        hint={text('options_own_webmail_name_hint')}
        value={fields.name}
        maxLength={80}
        isRequired
        onInput={(name) => set({ name })}
      />
      <FormField
        id="webmail-host"
        kind="url"
        label={text('options_own_webmail_host')}
        hint={text('options_own_webmail_host_hint')}
        value={fields.host}
        maxLength={maxTypedLength}
        isRequired
        onInput={(host) => set({ host })}
      />
      {issuers.length > 0 && (
        <fieldset class="choices">
          <legend>{text('options_own_webmail_known_issuers')}</legend>
          {issuers.map(({ issuer, name }) => (
            <label key={issuer}>
              <input
                type="checkbox"
                checked={chosen.includes(issuer)}
                onChange={(event) => choose(issuer, event.currentTarget.checked)}
              />
              <bdi>{makeVisible(name ?? issuer)}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <FormField
        id="webmail-issuers"
        kind="lines"
        label={text('options_own_webmail_issuers')}
        hint={text('options_own_webmail_issuers_hint')}
        value={fields.issuers}
        maxLength={maxTypedLength * 4}
        isRequired
        onInput={(typed) => set({ issuers: typed })}
      />
      <details class="form-more">
        <summary>{text('options_entry_more')}</summary>
        <FormField
          id="webmail-audiences"
          kind="lines"
          label={text('options_entry_audiences')}
          hint={text('options_own_webmail_audiences_hint')}
          value={fields.audiences}
          maxLength={maxTypedLength}
          onInput={(audiences) => set({ audiences })}
        />
        <FormField
          id="webmail-sign-out"
          kind="url"
          label={text('options_own_webmail_sign_out')}
          hint={text('options_own_webmail_sign_out_hint')}
          value={fields.signOutUrl}
          maxLength={maxTypedLength}
          onInput={(signOutUrl) => set({ signOutUrl })}
        />
      </details>
    </EntryForm>
  );
}

/** A new webmail begins with the only issuer that there is. */
const fieldsOf = (
  old: ConfiguredWebmail | null,
  issuers: readonly ConfiguredIssuer[],
): WebmailFields => ({
  name: old?.name ?? '',
  host: old?.host ?? '',
  issuers: (old?.issuers ?? (issuers.length === 1 ? [issuers[0]?.issuer ?? ''] : [])).join('\n'),
  audiences: (old?.audiences ?? []).join('\n'),
  signOutUrl: old?.signOutUrl ?? '',
});
